package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;

/**
 * Whatever comes, however it fails and whenever the reader is killed: every mail is given, and none
 * twice by a reader that is left alone.
 */
class WebRandomTest {
  private static final Pattern ID = Pattern.compile("(?m)^Message-ID: <([^>]+)>");
  private static final int ROUNDS = 12;

  private static final List<Supplier<MockResponse>> FAULTS =
      List.of(
          () -> FakeInbox.text(503, "too busy"),
          () -> FakeInbox.text(429, ""),
          () -> FakeInbox.html(200, "<html><body>be right back</body></html>"),
          () -> FakeInbox.chunked(200, "application/gzip", half(FakeInbox.gzip(new byte[500]))),
          () -> FakeInbox.chunked(200, "application/atom+xml", "<feed><entry>".getBytes(UTF_8)),
          () ->
              FakeInbox.text(200, "x".repeat(20_000))
                  .newBuilder()
                  .onResponseBody(new SocketEffect.CloseSocket())
                  .build(),
          () -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

  @TempDir private Path folder;
  private final Map<String, Integer> given = new HashMap<>();
  private Cursor saved = Cursor.START;

  @ParameterizedTest(name = "[{index}] index: {0}, killed and broken: {1}")
  @CsvSource({"true, false", "true, true", "true, true", "false, false", "false, true"})
  void everyMailIsGivenOnce(boolean index, boolean trouble) throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    Set<String> removed = new HashSet<>();
    try (WebList list = new WebList(folder)) {
      if (!index) {
        list.inbox.withoutIndex();
      }
      ArchiveSource source = list.open();
      for (int round = 0; round < ROUNDS; round++) {
        happen(list, random, removed);
        if (trouble) {
          Supplier<MockResponse> fault = FAULTS.get(random.nextInt(FAULTS.size()));
          int rate = 1 + random.nextInt(8);
          list.inbox.breakOn(request -> random.nextInt(rate) == 0, fault);
        }
        read(source, random, trouble);
        list.inbox.heal();
        if (trouble && random.nextInt(3) == 0) {
          source.close();
          source = list.open();
        }
      }
      list.clock.forward(Duration.ofHours(7));
      read(source, random, false);
      read(source, random, false);
      source.close();

      assertThat(missing(list, removed)).as("missing, seed %d", seed).isEmpty();
      if (!trouble) {
        assertThat(given.values()).as("times given, seed %d", seed).containsOnly(1);
      }
    }
  }

  private static void happen(WebList list, Random random, Set<String> removed) {
    for (int events = random.nextInt(4); events > 0; events--) {
      int[] sizes = {1, 1, 2, 5, 26, 40, 300};
      int burst = random.nextInt(30) == 0 ? 600 : sizes[random.nextInt(sizes.length)];
      int spread = random.nextInt(3) * random.nextInt(20);
      Instant now = list.clock.instant();
      for (int i = 0; i < burst; i++) {
        list.deliver(now.minusSeconds(spread == 0 ? 0 : random.nextInt(spread)));
      }
      if (random.nextInt(4) == 0) {
        list.deliver(now.minus(Duration.ofMinutes(random.nextInt(1_400))));
      }
      if (random.nextInt(12) == 0) {
        list.deliver(now.plus(Duration.ofDays(20_000)));
      }
      if (random.nextInt(4) == 0) {
        StoredMail gone = list.inbox.mails().get(random.nextInt(list.inbox.mails().size()));
        list.inbox.remove(gone);
        removed.add(gone.ownId());
      }
      list.clock.forward(Duration.ofSeconds(random.nextInt(7_200)));
    }
  }

  /** Reads to the end or to the first failure; sometimes what was read is lost. */
  private void read(ArchiveSource source, Random random, boolean trouble) throws Exception {
    int steps = 0;
    try {
      Batch batch;
      do {
        batch = source.readAfter(saved, 1 + random.nextInt(256));
        assertThat(++steps).as("steps").isLessThan(3_000);
        if (trouble && random.nextInt(20) == 0) {
          continue;
        }
        batch.entries().forEach(this::count);
        saved = new Cursor(batch.next().value());
        assertThat(saved.value()).hasSizeLessThan(600);
      } while (batch.more());
    } catch (ConnectorException e) {
      assertThat(trouble).as(e.toString()).isTrue();
    }
  }

  private void count(ArchiveEntry entry) {
    if (entry instanceof RawMail) {
      Matcher id = ID.matcher(Walk.text(entry));
      assertThat(id.find()).isTrue();
      given.merge(id.group(1), 1, Integer::sum);
    }
  }

  private List<String> missing(WebList list, Set<String> removed) {
    List<String> missing = new ArrayList<>();
    for (StoredMail mail : list.inbox.mails()) {
      if (!given.containsKey(mail.ownId()) && !removed.contains(mail.ownId())) {
        missing.add(mail.ownId() + " of " + mail.second());
      }
    }
    return missing;
  }

  private static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }
}
