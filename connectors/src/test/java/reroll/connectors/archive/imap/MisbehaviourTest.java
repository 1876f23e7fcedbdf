package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.archive.imap.ScriptedServer.Trick;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** A server that does what no server should: nothing is lost, and it is told in clear words. */
class MisbehaviourTest {
  private static final List<String> MAILS =
      IntStream.rangeClosed(1, 5).mapToObj(Mails::numbered).toList();

  @TempDir private Path folder;

  private ScriptedServer server;
  private ArchiveSource source;

  @BeforeEach
  void start() throws Exception {
    server = ScriptedServer.plain();
    MAILS.forEach(server.mailbox()::add);
    source =
        new ImapFactory()
            .open(
                TestSettings.anonymous(server.port(), "INBOX"),
                TestHome.beside(folder.resolve("box")));
  }

  @AfterEach
  void stop() throws IOException {
    source.close();
    server.close();
  }

  /** Failures that the next reading finds gone. */
  static List<Named<Trick>> passingTroubles() {
    return List.of(
        Named.of("BYE", (talk, tag, command) -> sayAndClose(talk, "* BYE I am tired\r\n")),
        Named.of("cut", (talk, tag, command) -> talk.close()),
        Named.of(
            "cut in a literal",
            (talk, tag, command) ->
                sayAndClose(talk, "* 1 FETCH (UID 1 BODY[] {500}\r\nFrom: Ann")),
        Named.of(
            "a literal without an end",
            (talk, tag, command) ->
                sayAndClose(talk, "* 1 FETCH (UID 1 BODY[] {2147483647}\r\nFrom: Ann")),
        Named.of("a line of 10 MB", (talk, tag, command) -> longLine(talk, 10 << 20)),
        Named.of("no IMAP", (talk, tag, command) -> sayAndClose(talk, "HTTP/1.1 200 OK\r\n\r\n")),
        Named.of(
            "NO, for now",
            (talk, tag, command) -> talk.say(tag + " NO [UNAVAILABLE] come back later")));
  }

  private static void sayAndClose(Talk talk, String text) throws IOException {
    talk.write(text);
    talk.close();
  }

  private static void longLine(Talk talk, int length) throws IOException {
    for (int i = 0; i < length; i += 1000) {
      talk.write("x".repeat(1000));
    }
    sayAndClose(talk, "\r\n");
  }

  @ParameterizedTest
  @MethodSource("passingTroubles")
  void whateverHappensOnceWhileMailIsFetchedNothingIsLost(Trick trick) throws Exception {
    server.once("UID FETCH", trick);

    assertThat(walkThroughTrouble()).isEqualTo(MAILS);
  }

  @ParameterizedTest
  @MethodSource("passingTroubles")
  void whateverHappensOnceWhileMailIsSearchedNothingIsLost(Trick trick) throws Exception {
    server.once("UID SEARCH", trick);

    assertThat(walkThroughTrouble()).isEqualTo(MAILS);
  }

  @ParameterizedTest
  @MethodSource("passingTroubles")
  void whateverHappensOnceWhileTheMailboxIsOpenedNothingIsLost(Trick trick) throws Exception {
    server.once("EXAMINE", trick);

    assertThat(walkThroughTrouble()).isEqualTo(MAILS);
  }

  @ParameterizedTest
  @MethodSource("passingTroubles")
  void whateverTheServerSaysInPlaceOfAGreetingIsToldWithItsName(Trick trick) throws Exception {
    server.once("GREETING", trick);

    assertThatThrownBy(() -> source.readAfter(Cursor.START, 10))
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
        .hasMessageStartingWith("127.0.0.1:" + server.port() + ": ");
    assertThat(Walk.through(source).mails()).isEqualTo(MAILS);
  }

  /** Reads on after failures, as the reader of a list does. */
  private List<String> walkThroughTrouble() throws InterruptedException {
    for (int attempts = 0; attempts < 5; attempts++) {
      try {
        return Walk.through(source).mails();
      } catch (ConnectorException e) {
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(e).hasMessageStartingWith("127.0.0.1:" + server.port());
      }
    }
    throw new AssertionError("it never recovers");
  }

  @Test
  void aMailOfWhichTheServerAlwaysSendsTooMuchIsToldAndTheOthersAreRead() throws Exception {
    server.always(
        "UID FETCH",
        (talk, tag, command) -> {
          boolean third = command.matches("UID FETCH (3|1:5) \\(UID BODY.*");
          if (third) {
            sayAndClose(talk, "* 3 FETCH (UID 3 BODY[] {900000000}\r\n");
          } else {
            talk.answer(tag, command);
          }
        });

    Walk walk = Walk.through(source);

    assertThat(walk.mails())
        .containsExactly(MAILS.get(0), MAILS.get(1), MAILS.get(3), MAILS.get(4));
    assertThat(walk.others())
        .singleElement()
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.why()).contains("more of this mail than it says"));
    assertThat(walk.entries().get(2)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aMailThatTheServerRefusesAgainAndAgainIsToldAndTheOthersAreRead() throws Exception {
    server.always(
        "UID FETCH",
        (talk, tag, command) -> {
          if (command.matches("UID FETCH (3|1:5) \\(UID BODY.*")) {
            talk.say(tag + " NO [SERVERBUG] it is broken");
          } else {
            talk.answer(tag, command);
          }
        });

    Cursor cursor = Cursor.START;
    for (int failures = 0; failures < 3; failures++) {
      try {
        Batch batch = source.readAfter(cursor, 10);
        assertThat(batch.entries()).hasSize(5);
        assertThat(batch.entries().get(2))
            .isInstanceOfSatisfying(
                Unreadable.class, e -> assertThat(e.why()).endsWith("it is broken"));
        return;
      } catch (ConnectorException e) {
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
      }
    }
    throw new AssertionError("the refused mail holds up the others for ever");
  }

  @Test
  void aMailThatIsRemovedWhileItIsReadLeavesAPlaceWithoutMail() throws Exception {
    server.once(
        "UID FETCH",
        (talk, tag, command) -> {
          server.mailbox().remove(2);
          talk.answer(tag, command);
        });

    List<ArchiveEntry> entries = source.readAfter(Cursor.START, 10).entries();

    assertThat(entries).hasSize(5);
    assertThat(entries.get(1)).isInstanceOf(NoMail.class);
  }

  @Test
  void aRowThatMakesNoSenseIsToldAsAMailThatCannotBeRead() throws Exception {
    server.once(
        "UID FETCH",
        (talk, tag, command) -> {
          talk.write(
              server
                  .mailbox()
                  .fetch(command)
                  .replace("UID 2 INTERNALDATE", "UID two INTERNALDATE"));
          talk.say(tag + " OK done");
        });

    List<ArchiveEntry> entries = source.readAfter(Cursor.START, 10).entries();

    assertThat(entries).hasSize(5);
    assertThat(entries.get(1)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aMailboxThatIsRebuiltIsReadAnew() throws Exception {
    Cursor end = Walk.through(source).end();
    server.mailbox().remove(1);
    server.mailbox().rebuild();
    server.mailbox().add(Mails.numbered(6));
    server.once("NOOP", (talk, tag, command) -> talk.close()); // as a server does that was rebuilt

    assertThatThrownBy(() -> source.readAfter(end, 10)).isInstanceOf(ConnectorException.class);
    List<String> again = Walk.from(end, source).mails();

    assertThat(again).hasSize(5).endsWith(Mails.numbered(6));
  }

  @Test
  void theServerIsOnlyAskedWhatChangesNothing() throws Exception {
    Cursor end = Walk.through(source).end();
    source.probe();
    source.read(source.readAfter(Cursor.START, 1).entries().get(0).ref());
    source.readAfter(end, 10);

    assertThat(server.commands())
        .isNotEmpty()
        .allMatch(
            command ->
                command.matches("(CAPABILITY|LOGIN .*|EXAMINE .*|NOOP|UID SEARCH .*)")
                    || (command.startsWith("UID FETCH") && !command.matches(".*BODY\\[.*")));
    assertThat(server.connections()).isEqualTo(1);
  }
}
