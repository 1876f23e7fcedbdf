package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/**
 * A mailbox of a good server: where reading begins, which mails are meant, that nothing changes.
 */
class ImapMailboxTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String KVM =
      "List-Id: \"KVM, the\n list\" <KVM.vger.example.org>\nTo: kvm@vger.example.org\n";
  private static final String NET =
      "List-Id: <netdev.vger.example.org>\nCc: kvm@vger.example.org\n";
  private static final String COPY = "To: bob@example.org\nCc: \"Kvm\" <KVM@vger.example.org>\n";
  private static final String OTHER = "To: bob@example.org, kvm@vger.example.org.evil.example\n";

  @TempDir private Path folder;

  private GreenMailLab lab;

  @BeforeEach
  void start() throws Exception {
    lab = new GreenMailLab(folder);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  private List<String> read(ImapSettings settings) throws Exception {
    try (ArchiveSource source = lab.open(settings)) {
      return Walk.through(source).mails();
    }
  }

  @Test
  void ofSeveralListsInAMailboxOneIsReadByItsIdAndByItsAddressWhereThereIsNoId() throws Exception {
    String ofKvm = Mails.forList(1, KVM);
    String copy = Mails.forList(3, COPY);
    lab.deliver(ofKvm);
    lab.deliver(Mails.forList(2, NET));
    lab.deliver(copy);
    lab.deliver(Mails.forList(4, OTHER));

    ImapSettings both =
        TestSettings.forList(lab.settings(), "kvm.vger.example.org", "kvm@vger.example.org");
    ImapSettings idAlone = TestSettings.forList(lab.settings(), "kvm.vger.example.org", "");
    ImapSettings addressAlone = TestSettings.forList(lab.settings(), "", "kvm@vger.example.org");

    assertThat(read(both)).containsExactly(ofKvm, copy);
    assertThat(read(idAlone)).containsExactly(ofKvm);
    assertThat(read(addressAlone)).containsExactly(ofKvm, Mails.forList(2, NET), copy);
  }

  @Test
  void aMailboxInWhichNoMailIsMeantIsReadInStepsThatCanBeSaved() throws Exception {
    for (int i = 0; i < 40; i++) {
      lab.deliver(Mails.forList(i, NET));
    }
    ImapSettings kvm = TestSettings.forList(lab.settings(), "kvm.vger.example.org", "");
    try (ArchiveSource source = lab.open(kvm)) {
      Batch batch = source.readAfter(Cursor.START, 1);
      lab.deliver(Mails.forList(99, KVM));

      assertThat(batch.entries()).isEmpty();
      assertThat(batch.more()).isFalse();
      assertThat(Walk.from(batch.next(), source).mails()).containsExactly(Mails.forList(99, KVM));
    }
  }

  @Test
  void theFirstReadingBeginsWithTheFirstMailThatArrivedSinceTheStart() throws Exception {
    for (int hour = 0; hour < 100; hour += 10) {
      lab.deliver(Mails.numbered(hour), NOON.plus(Duration.ofHours(hour)));
    }
    try (ArchiveSource source = lab.openSince(NOON.plus(Duration.ofHours(55)), lab.settings())) {
      assertThat(Walk.through(source).mails())
          .containsExactlyElementsOf(
              IntStream.of(60, 70, 80, 90).mapToObj(Mails::numbered).toList());
    }
  }

  @Test
  void aFirstReadingFromNowOnReadsNothingThatIsThereAndAllThatComes() throws Exception {
    lab.deliver(Mails.numbered(1), NOON);
    try (ArchiveSource source = lab.openSince(NOON.plusSeconds(1), lab.settings())) {
      Walk nothing = Walk.through(source);
      lab.deliver(Mails.numbered(2), NOON.plusSeconds(2));

      assertThat(nothing.mails()).isEmpty();
      assertThat(Walk.from(nothing.end(), source).mails()).containsExactly(Mails.numbered(2));
    }
  }

  @Test
  void anEntryArrivedWhenTheServerGotIt() throws Exception {
    lab.deliver(Mails.numbered(1), NOON);
    try (ArchiveSource source = lab.open()) {
      assertThat(Walk.through(source).entries())
          .extracting(ArchiveEntry::arrived)
          .containsExactly(NOON);
    }
  }

  @Test
  void readingChangesNoFlag() throws Exception {
    lab.deliver(Mails.numbered(1));
    lab.deliver(Mails.numbered(2));
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.through(source);
      source.read(walk.entries().get(0).ref());
      ((ArchiveSource.CanWait) source).awaitNews(Duration.ofMillis(10));
    }

    assertThat(lab.inbox().getMessages())
        .hasSize(2)
        .noneMatch(mail -> mail.getFlags().contains(Flags.Flag.SEEN));
  }

  @Test
  void mailThatIsDeliveredEndsTheWait() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      Thread waiter = new Thread(() -> deliverQuietly(Mails.numbered(1)));
      waiter.start();
      ((ArchiveSource.CanWait) source).awaitNews(Duration.ofMinutes(1));
      waiter.join();

      assertThat(Walk.from(end, source).mails()).containsExactly(Mails.numbered(1));
    }
  }

  private void deliverQuietly(String mail) {
    try {
      lab.deliver(mail);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWrongPasswordIsToldWithoutItAndTriedSlowly() throws Exception {
    ImapSettings wrong = TestSettings.withPassword(lab.settings(), GreenMailLab.USER, "tr0ub4dor");
    try (ArchiveSource source = lab.open(wrong)) {
      assertThatThrownBy(source::probe)
          .isInstanceOfSatisfying(
              ConnectorException.class,
              e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
                assertThat(e.retryAfter()).contains(Duration.ofMinutes(10));
              })
          .hasMessageContaining(GreenMailLab.USER)
          .hasMessageNotContaining("tr0ub4dor");
    }
  }

  @Test
  void aMailboxThatIsNotThereIsToldByItsName() throws Exception {
    ImapSettings missing =
        TestSettings.withPassword(
            TestSettings.anonymous(lab.settings().portOrUsual(), "Lists/kvm"),
            GreenMailLab.USER,
            GreenMailLab.PASSWORD);
    try (ArchiveSource source = lab.open(missing)) {
      assertThatThrownBy(source::probe)
          .isInstanceOfSatisfying(
              ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
          .hasMessageContaining("\"Lists/kvm\"");
    }
  }

  @Test
  void aServerThatIsStoppedIsToldAndItsPlaceStaysGood() throws Exception {
    lab.deliver(Mails.numbered(1));
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      lab.stop();

      assertThatThrownBy(() -> source.readAfter(end, 1))
          .isInstanceOfSatisfying(
              ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT));
      assertThatThrownBy(() -> source.readAfter(end, 1)).hasMessageContaining("no connection");
    }
  }
}
