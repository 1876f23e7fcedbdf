package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** An ordinary mailbox of a server that many use. */
@Timeout(120)
class DovecotRealIT {
  @TempDir private Path folder;

  private Dovecot dovecot;

  private void start() throws Exception {
    dovecot = Dovecot.startedIn(folder);
  }

  @AfterEach
  void stop() {
    dovecot.close();
  }

  private ImapArchive open(ImapSettings settings) throws ConnectorException {
    return (ImapArchive) new ImapFactory().open(settings, TestHome.beside(folder.resolve("box")));
  }

  private static List<String> mails(int from, int to) {
    return IntStream.range(from, to).mapToObj(Mails::numbered).toList();
  }

  private void deliver(List<String> mails) throws Exception {
    for (String mail : mails) {
      dovecot.deliver(mail);
    }
  }

  @Test
  void mailIsReadInTheClearOverStartTlsAndOverTlsAndNoFlagChanges() throws Exception {
    start();
    deliver(mails(0, 3));
    for (ImapSettings settings : List.of(dovecot.settings(), dovecot.startTls(), dovecot.tls())) {
      try (ImapArchive source = open(settings)) {
        Walk walk = Walk.through(source);
        source.read(walk.entries().get(0).ref());
        source.awaitNews(Duration.ofMillis(10));

        assertThat(walk.mails()).isEqualTo(mails(0, 3));
      }
    }
    assertThat(dovecot.files()).hasSize(3).noneMatch(name -> name.matches(".*:2,.+"));
  }

  @Test
  void deliveriesEndTheWaitAndABurstIsReadOnce() throws Exception {
    start();
    try (ImapArchive source = open(dovecot.settings())) {
      Walk walk = Walk.through(source);
      Thread sender = new Thread(() -> deliverAll(mails(0, 300)));
      sender.start();
      List<String> read = new java.util.ArrayList<>();
      while (read.size() < 300) {
        source.awaitNews(Duration.ofMinutes(1));
        walk = Walk.from(walk.end(), source);
        read.addAll(walk.mails());
      }
      sender.join();

      assertThat(read).isEqualTo(mails(0, 300));
    }
  }

  private void deliverAll(List<String> mails) {
    try {
      deliver(mails);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void mailThatIsExpungedWhileTheMailboxIsOpenHoldsNothingUp() throws Exception {
    start();
    deliver(mails(0, 5));
    try (ImapArchive source = open(dovecot.settings())) {
      Cursor second = source.readAfter(Cursor.START, 2).next();
      dovecot.expunge("subject", "number 1");
      dovecot.expunge("subject", "number 3");
      Walk rest = Walk.from(second, source);
      deliver(mails(5, 6));
      source.awaitNews(Duration.ofMinutes(1));

      assertThat(rest.mails()).containsExactly(Mails.numbered(2), Mails.numbered(4));
      assertThat(rest.others()).hasSize(1);
      assertThat(Walk.from(rest.end(), source).mails()).isEqualTo(mails(5, 6));
    }
  }

  @Test
  void aMailboxThatGetsAnotherUidValidityIsReadAnew() throws Exception {
    start();
    deliver(mails(0, 3));
    Cursor end;
    try (ImapArchive source = open(dovecot.settings())) {
      end = Walk.through(source).end();
    }
    dovecot.stop();
    dovecot.rebuild();
    dovecot.start();
    deliver(mails(3, 4));
    try (ImapArchive source = open(dovecot.settings())) {
      Walk again = Walk.from(end, source);

      assertThat(again.mails()).containsExactlyInAnyOrderElementsOf(mails(0, 4));
      assertThat(Walk.from(again.end(), source).entries()).isEmpty();
    }
  }

  @Test
  void aStopDuringTheWaitIsToldAndMailThatCameSinceIsReadAfterTheStart() throws Exception {
    start();
    deliver(mails(0, 1));
    try (ImapArchive source = open(dovecot.settings())) {
      Cursor end = Walk.through(source).end();
      ServerStop.duringTheWait(source, end, dovecot::stop);
      deliver(mails(1, 2));
      dovecot.start();

      assertThat(Walk.from(end, source).mails()).isEqualTo(mails(1, 2));
    }
  }

  @Test
  void severalListsInOneInboxAreToldApart() throws Exception {
    start();
    String net = Mails.forList(1, "List-Id: net <netdev.vger.example.org>\n");
    dovecot.deliver(net);
    deliver(mails(2, 4));
    ImapSettings ofNet = TestSettings.forList(dovecot.settings(), "netdev.vger.example.org", "");
    try (ImapArchive source = open(ofNet)) {
      assertThat(Walk.through(source).mails()).containsExactly(net);
    }
  }

  @Test
  void aWrongPasswordAMissingMailboxAndAnExpiredCertificateAreToldInClearWords() throws Exception {
    dovecot = Dovecot.startedIn(folder, TestKey.expired(folder));
    ImapSettings wrong = TestSettings.withPassword(dovecot.settings(), Dovecot.USER, "tr0ub4dor");
    ImapSettings missing =
        TestSettings.withPassword(
            TestSettings.anonymous(dovecot.settings().portOrUsual(), "nowhere"),
            Dovecot.USER,
            Dovecot.PASSWORD);

    assertRejected(wrong, "does not let reroll in");
    assertRejected(missing, "\"nowhere\"");
    assertRejected(dovecot.tls(), "its certificate has expired");
    assertRejected(dovecot.startTls(), "its certificate has expired");
  }

  private void assertRejected(ImapSettings settings, String words) throws Exception {
    try (ImapArchive source = open(settings)) {
      assertThatThrownBy(source::probe)
          .isInstanceOfSatisfying(
              ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
          .hasMessageContaining(words)
          .hasMessageNotContaining("tr0ub4dor");
    }
  }
}
