package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;
import reroll.connectors.real.PublicInbox;

/** A newsgroup of public-inbox-imapd, with its slices. */
@Timeout(180)
class PublicInboxImapRealIT {
  private static final String GROUP = "org.example.lists.bots";

  @TempDir private Path folder;

  private PublicInbox inbox;

  @BeforeEach
  void start() {
    inbox = PublicInbox.startedIn(folder);
  }

  @AfterEach
  void stop() {
    inbox.close();
  }

  private ImapArchive open(String mailbox) throws ConnectorException {
    return (ImapArchive)
        new ImapFactory()
            .open(
                TestSettings.anonymous(inbox.imapPort(), mailbox),
                TestHome.beside(folder.resolve("box")));
  }

  private void deliver(int from, int to) {
    inbox.deliver(
        "bots", IntStream.range(from, to).mapToObj(Mails::numbered).toArray(String[]::new));
  }

  private static List<String> subjects(Walk walk) {
    return walk.entries().stream()
        .filter(RawMail.class::isInstance)
        .map(Walk::text)
        .map(text -> text.replaceAll("(?s).*\nSubject: \\[PATCH\\] ([^\n]*)\n.*", "$1"))
        .toList();
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "number " + i).toList();
  }

  /** Waits and reads until so many mails are there. */
  private static Walk readOn(ImapArchive source, Cursor from, int mails) throws Exception {
    List<reroll.connectors.archive.ArchiveEntry> entries = new ArrayList<>();
    Cursor at = from;
    while (entries.size() < mails) {
      source.awaitNews(Duration.ofMinutes(1));
      Walk walk = Walk.from(at, source);
      entries.addAll(walk.entries());
      at = walk.end();
    }
    return new Walk(entries, at);
  }

  @Test
  void aDeliveryEndsTheWaitAndABurstIsReadOnceInItsOrder() throws Exception {
    inbox.addList("bots");
    deliver(0, 1);
    try (ImapArchive source = open(GROUP)) {
      Walk first = Walk.through(source);
      Thread sender = new Thread(() -> deliver(1, 301));
      sender.start();
      Walk burst = readOn(source, first.end(), 300);
      sender.join();

      assertThat(subjects(first)).isEqualTo(numbers(0, 1));
      assertThat(subjects(burst)).isEqualTo(numbers(1, 301));
      assertThat(Walk.from(burst.end(), source).entries()).isEmpty();
    }
  }

  @Test
  void mailThatIsRemovedLeavesAGapThatHoldsNothingUp() throws Exception {
    inbox.addList("bots");
    String gone = Mails.forList(3, "To: bots@lists.example.org\n");
    String last = Mails.forList(4, "To: bots@lists.example.org\n");
    deliver(0, 3);
    inbox.deliver("bots", gone, last);
    try (ImapArchive source = open(GROUP)) {
      Batch two = source.readAfter(Cursor.START, 2);
      inbox.remove(gone);
      inbox.remove(last);
      Walk rest = Walk.from(two.next(), source);
      deliver(5, 7);

      assertThat(subjects(rest)).containsExactly("number 2");
      assertThat(rest.others()).hasSize(2).allMatch(NoMail.class::isInstance);
      assertThat(subjects(readOn(source, rest.end(), 2))).isEqualTo(numbers(5, 7));
    }
  }

  @Test
  void theNextSliceIsFoundWhileWaitingAndWhileReading() throws Exception {
    inbox.addList("bots", "--skip-artnum=49998");
    deliver(0, 1);
    try (ImapArchive source = open(GROUP)) {
      Walk first = Walk.through(source);
      deliver(1, 2); // fills the slice
      Walk second = readOn(source, first.end(), 1);
      Thread sender = new Thread(() -> deliver(2, 4));
      sender.start();
      Walk third = readOn(source, second.end(), 2);
      sender.join();

      assertThat(subjects(third)).isEqualTo(numbers(2, 4));
      assertThat(third.end().value()).contains(" 50002 ");
      assertThat(subjects(Walk.from(first.end(), source))).isEqualTo(numbers(1, 4));
      for (int page = 1; page < 5; page++) {
        assertThat(subjects(Walk.from(Cursor.START, source, page))).isEqualTo(numbers(0, 4));
      }
      for (var entry : Walk.through(source).entries()) {
        assertThat(source.read(entry.ref())).isPresent();
      }
    }
    try (ImapArchive source = open(GROUP + ".0")) { // as somebody may name it who saw the slices
      assertThat(subjects(Walk.through(source))).isEqualTo(numbers(0, 4));
    }
  }

  @Test
  void aLargeMailIsReadWholeAndALargerOneByItsHeaders() throws Exception {
    inbox.addList("bots");
    String large = Mails.numbered(1) + ("x".repeat(79) + "\n").repeat(50_000);
    String huge = Mails.numbered(2) + ("x".repeat(79) + "\n").repeat(110_000);
    inbox.deliver("bots", large, huge, Mails.numbered(3));
    try (ImapArchive source = open(GROUP)) {
      Walk walk = Walk.through(source);

      assertThat(((RawMail) walk.entries().get(0)).cut()).isFalse();
      assertThat(((RawMail) walk.entries().get(0)).size()).isGreaterThan(4_000_000);
      assertThat(((RawMail) walk.entries().get(1)).cut()).isTrue();
      assertThat(Walk.text(walk.entries().get(1))).contains("Subject: [PATCH] number 2");
      assertThat(walk.entries()).hasSize(3);
    }
  }

  @Test
  void aStopDuringTheWaitIsToldAndNothingIsLostAfterTheStart() throws Exception {
    inbox.addList("bots");
    deliver(0, 1);
    try (ImapArchive source = open(GROUP)) {
      Cursor end = Walk.through(source).end();
      ServerStop.duringTheWait(source, end, inbox::stopImap);
      deliver(1, 3);
      inbox.startImap();

      assertThat(subjects(Walk.from(end, source))).isEqualTo(numbers(1, 3));
    }
  }

  @Test
  void aServerThatStopsAndStartsWhileMailIsFetchedLosesNothing() throws Exception {
    inbox.addList("bots");
    deliver(0, 400);
    try (ImapArchive source = open(GROUP)) {
      List<String> read = new ArrayList<>();
      Cursor at = Cursor.START;
      boolean more = true;
      for (int page = 0; more; page++) {
        if (page % 10 == 5) {
          inbox.stopImap();
          inbox.startImap();
        }
        try {
          Batch batch = source.readAfter(at, 10);
          read.addAll(subjects(new Walk(batch.entries(), at)));
          at = batch.next();
          more = batch.more();
        } catch (ConnectorException e) {
          assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        }
      }

      assertThat(read).isEqualTo(numbers(0, 400));
    }
  }

  @Test
  void aNewsgroupThatIsNotThereIsTold() throws Exception {
    inbox.addList("bots");
    try (ArchiveSource source = open("org.example.lists.nothing")) {
      assertThatThrownBy(source::probe)
          .isInstanceOfSatisfying(
              ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
    }
  }
}
