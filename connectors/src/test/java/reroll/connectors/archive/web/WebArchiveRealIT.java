package reroll.connectors.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;
import reroll.connectors.real.PublicInbox;

/** Reads a real public-inbox-httpd, with a search index (full) and without (basic). */
class WebArchiveRealIT {
  private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path folder;
  private PublicInbox server;
  private Http http;

  @BeforeEach
  void start() {
    server = PublicInbox.startedIn(folder);
    http = new Http("reroll/test", Pace.of(Duration.ZERO, Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  private ArchiveSource open() throws ConnectorException {
    return WebArchive.FACTORY.open(
        new WebArchive.Settings(server.url("bots")),
        new ArchiveHome(folder.resolve("home"), Optional.empty(), http, Clock.systemUTC()));
  }

  private static String mail(int number, long second) {
    return WebList.mail(number + "@example.org", BEGIN.plusSeconds(second));
  }

  private static List<String> mails(int first, int count, int aSecond) {
    return IntStream.range(first, first + count).mapToObj(i -> mail(i, i / aSecond)).toList();
  }

  private void deliver(List<String> mails) {
    server.deliver("bots", mails.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "basic"})
  void mailIsReadFromAnEmptyInboxOnThroughABurst(String index) throws Exception {
    server.addList("bots", "-L", index);
    try (ArchiveSource source = open()) {
      source.probe();
      Walk empty = Walk.through(source);
      assertThat(empty.entries()).isEmpty();

      deliver(mails(0, 3, 1));
      Walk few = Walk.from(empty.end(), source, 2);
      assertThat(few.mails()).isEqualTo(mails(0, 3, 1));

      deliver(mails(100, 300, 7));
      Walk burst = Walk.from(few.end(), source);
      assertThat(burst.mails()).containsExactlyInAnyOrderElementsOf(mails(100, 300, 7));

      deliver(mails(400, 2, 1));
      assertThat(Walk.from(burst.end(), source).mails()).isEqualTo(mails(400, 2, 1));
    }
    try (ArchiveSource source = open()) {
      assertThat(Walk.through(source).mails()).hasSize(305).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "basic"})
  void aSecondWithMoreMailsThanAPageIsReadWhole(String index) throws Exception {
    server.addList("bots", "-L", index);
    deliver(mails(0, 90, 80));
    try (ArchiveSource source = open()) {
      assertThat(Walk.from(Cursor.START, source, 40).mails())
          .containsExactlyInAnyOrderElementsOf(mails(0, 90, 80));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "basic"})
  void eachRestartReadsOn(String index) throws Exception {
    server.addList("bots", "-L", index);
    deliver(mails(0, 60, 3));
    List<String> read = new ArrayList<>();
    Cursor cursor = Cursor.START;
    for (int i = 0; i < 60; i++) {
      try (ArchiveSource source = open()) {
        var batch = source.readAfter(cursor, 7);
        new Walk(batch.entries(), cursor).mails().forEach(read::add);
        cursor = batch.next();
      }
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(mails(0, 60, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "basic"})
  void oddIdsAreReadAndReadAgain(String index) throws Exception {
    server.addList("bots", "-L", index);
    List<String> ids =
        List.of(
            "odd/id+with=chars%40&q@host.example",
            "100%@x", "a'b!$()*;:~@x", "[1]{2}|^@x", "a?b#c@x");
    deliver(mails(0, 30, 1));
    List<String> odd =
        IntStream.range(0, ids.size())
            .mapToObj(i -> WebList.mail(ids.get(i), BEGIN.plusSeconds(100 + i)))
            .toList();
    try (ArchiveSource source = open()) {
      Cursor before = Walk.through(source).end();
      deliver(odd);
      Walk walk = Walk.from(before, source);
      assertThat(walk.mails()).isEqualTo(odd);
      for (int i = 0; i < odd.size(); i++) {
        String ref = walk.entries().get(i).ref();
        assertThat(ref).isEqualTo(EscapedId.of(ids.get(i)).orElseThrow().text());
        assertThat(Walk.text(source.read(ref).orElseThrow())).isEqualTo(odd.get(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "basic"})
  void anIdThatIsUsedTwiceHidesNoMail(String index) throws Exception {
    server.addList("bots", "-L", index);
    deliver(mails(0, 30, 1));
    String first = mail(50, 50);
    String second = mail(50, 51).replace("it is the body", "it is another");
    String third = mail(50, 52).replace("it is the body", "it is a third");
    try (ArchiveSource source = open()) {
      Walk walk = Walk.through(source);
      deliver(List.of(first));
      walk = Walk.from(walk.end(), source);
      assertThat(walk.mails()).containsExactly(first);

      deliver(List.of(second, third));
      walk = Walk.from(walk.end(), source);
      assertThat(walk.mails()).hasSize(2);
      assertThat(walk.mails().get(0)).contains("it is another");
      assertThat(walk.mails().get(1)).contains("it is a third");
      for (ArchiveEntry entry : walk.entries()) {
        assertThat(Walk.text(source.read(entry.ref()).orElseThrow())).isEqualTo(Walk.text(entry));
      }
    }
    try (ArchiveSource source = open()) {
      assertThat(Walk.through(source).mails()).hasSize(33);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "basic"})
  void whatWasTakenOutIsGoneAndNothingElseIs(String index) throws Exception {
    server.addList("bots", "-L", index);
    deliver(mails(0, 40, 1));
    try (ArchiveSource source = open()) {
      Walk all = Walk.through(source);
      assertThat(all.mails()).hasSize(40);
      server.remove(mail(39, 39));
      server.purge("bots", mail(20, 20));
      assertThat(source.read("39@example.org")).isEmpty();
      assertThat(source.read("20@example.org")).isEmpty();
      assertThat(Walk.from(all.end(), source).entries()).isEmpty();

      deliver(mails(100, 2, 1));
      assertThat(Walk.from(all.end(), source).mails()).isEqualTo(mails(100, 2, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "basic"})
  void aServerThatIsAwayIsWaitedFor(String index) throws Exception {
    server.addList("bots", "-L", index);
    deliver(mails(0, 30, 1));
    try (ArchiveSource source = open()) {
      var first = source.readAfter(Cursor.START, 5);
      deliver(mails(50, 2, 1));
      server.stopHttp();
      assertThatThrownBy(
              () -> {
                Cursor at = first.next();
                while (true) {
                  at = source.readAfter(at, 50).next();
                }
              })
          .isInstanceOfSatisfying(
              ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT));
      server.startHttp();

      List<String> rest = Walk.from(first.next(), source).mails();
      assertThat(rest).contains(mail(29, 29), mail(50, 50), mail(51, 51)).hasSize(27);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "manifest.js.gz", "bots/0"})
  void anAddressThatIsNoListIsRefusedInClearWords(String path) {
    server.addList("bots");
    var settings = new WebArchive.Settings(server.url("bots").resolve("/" + path));
    assertThatThrownBy(
            () -> {
              try (ArchiveSource source =
                  WebArchive.FACTORY.open(
                      settings,
                      new ArchiveHome(
                          folder.resolve("home"), Optional.empty(), http, Clock.systemUTC()))) {
                source.probe();
              }
            })
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
        .hasMessageContaining("is no public-inbox");
  }
}
