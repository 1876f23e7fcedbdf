package reroll.connectors.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.connectors.Connectors;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.files.EmlLab;
import reroll.connectors.archive.files.MaildirLab;
import reroll.connectors.archive.files.MboxGzLab;
import reroll.connectors.archive.files.MboxLab;
import reroll.connectors.archive.git.GitLab;
import reroll.connectors.archive.git.RemoteLab;
import reroll.connectors.archive.imap.GreenMailLab;
import reroll.connectors.archive.web.WebLab;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** What every archive promises, whatever it is made of. */
class ArchiveContractTest {
  /** Every kind of archive, and every form that it comes in. */
  private static final List<Named<Kind>> KINDS =
      List.of(
          Named.of("git", GitLab::new),
          Named.of("git over HTTP", RemoteLab::new),
          Named.of("mbox", MboxLab::new),
          Named.of("mbox.gz, packed anew for each mail", MboxGzLab::rewriting),
          Named.of("mbox.gz, a member for each mail", MboxGzLab::appending),
          Named.of("maildir", MaildirLab::new),
          Named.of("folder of .eml", EmlLab::new),
          Named.of("web", WebLab::searchable),
          Named.of("web without an index", WebLab::withoutIndex),
          Named.of("mailbox", GreenMailLab::new));

  private static final List<String> MAILS =
      IntStream.range(0, 7).mapToObj(ArchiveContractTest::mail).toList();

  private static final List<String> NO_REFS =
      List.of(
          "",
          " ",
          "\n",
          "\0",
          "7",
          "-1",
          "0/",
          "0/z",
          "7/0123456789abcdef",
          "../list.mbox",
          "nothing",
          "0/" + "a".repeat(50),
          "9".repeat(30));

  private static final List<String> NO_CURSORS =
      List.of(
          "imap",
          "imap 1 2 3",
          "imap x 2 3 INBOX",
          "other 1 2",
          "git",
          "git 0 12 ",
          "git x " + "0".repeat(40) + " ",
          "git 99999999999 " + "0".repeat(40) + " ",
          "mbox",
          "mbox 1",
          "folder",
          "folder x y z",
          "web",
          "web x",
          "web 1..x",
          "web 1 AAAA",
          "web 1 mAAAA");

  @TempDir private Path folder;

  private final List<ArchiveLab> labs = new ArrayList<>();

  /** How to make an empty archive of one form in a folder. */
  private interface Kind {
    ArchiveLab in(Path folder) throws Exception;
  }

  @AfterEach
  void stopWhatWasStarted() throws Exception {
    for (ArchiveLab lab : labs) {
      lab.close();
    }
  }

  private ArchiveLab make(Kind kind) throws Exception {
    ArchiveLab lab = kind.in(folder);
    labs.add(lab);
    return lab;
  }

  static List<Named<Kind>> kinds() {
    return KINDS;
  }

  @Test
  void everyKindOfArchiveIsUnderThisContract() throws Exception {
    Set<String> kinds =
        Connectors.ARCHIVES.stream().map(ArchiveSource.Factory::type).collect(Collectors.toSet());
    Set<String> tested = new HashSet<>();
    for (Named<Kind> kind : KINDS) {
      tested.add(make(kind.getPayload()).type());
    }

    assertThat(tested).isEqualTo(kinds);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void mailComesInOrderOfArrivalWhateverTheSizeOfThePages(Kind kind) throws Exception {
    ArchiveLab lab = filled(kind);
    for (int page = 1; page <= MAILS.size() + 1; page++) {
      try (ArchiveSource source = lab.open()) {
        assertThat(Walk.from(Cursor.START, source, page).mails()).isEqualTo(MAILS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aNewSourceReadsOnFromAnyCursor(Kind kind) throws Exception {
    ArchiveLab lab = filled(kind);
    Cursor cursor = Cursor.START;
    for (int read = 0; read <= MAILS.size(); read++) {
      try (ArchiveSource source = lab.open()) {
        assertThat(Walk.from(cursor, source, 3).mails())
            .isEqualTo(MAILS.subList(read, MAILS.size()));
        cursor = source.readAfter(cursor, 1).next();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void mailThatArrivesWhileTheSourceIsOpenIsReadOnceAndNothingElseAgain(Kind kind)
      throws Exception {
    ArchiveLab lab = filled(kind);
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      assertThat(source.readAfter(end, 5).entries()).isEmpty();

      lab.deliver(mail(100));
      lab.deliver(mail(101));

      Walk walk = Walk.from(end, source, 1);
      assertThat(walk.mails()).containsExactly(mail(100), mail(101));
      assertThat(source.readAfter(walk.end(), 5).entries()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void moreIsToldExactlyWhileThereIsMore(Kind kind) throws Exception {
    try (ArchiveSource source = filled(kind).open()) {
      Batch first = source.readAfter(Cursor.START, MAILS.size() - 1);
      Batch last = source.readAfter(first.next(), 1);

      assertThat(first.more()).isTrue();
      assertThat(last.more()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anEntryCanBeReadAgainByItsRef(Kind kind) throws Exception {
    try (ArchiveSource source = filled(kind).open()) {
      ArchiveEntry third = source.readAfter(Cursor.START, 3).entries().get(2);

      assertThat(Walk.text(source.read(third.ref()).orElseThrow())).isEqualTo(MAILS.get(2));
      assertThat(source.read(third.ref() + "00000000")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aMailOverTheLimitIsCutAndSaysSo(Kind kind) throws Exception {
    ArchiveLab lab = make(kind);
    String huge = mail(0) + "x".repeat(79).concat("\n").repeat(ArchiveSource.MAX_MAIL_BYTES / 80);
    lab.deliver(huge);
    lab.deliver(mail(1));
    try (ArchiveSource source = lab.open()) {
      Batch batch = source.readAfter(Cursor.START, 1);
      RawMail cut = (RawMail) batch.entries().get(0);

      assertThat(cut.cut()).isTrue();
      assertThat(cut.size()).isEqualTo(lab.sizeOf(huge));
      assertThat(huge).startsWith(Walk.text(cut));
      assertThat(Walk.from(batch.next(), source).mails()).containsExactly(mail(1));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRefThatNamesNothingGivesNothing(Kind kind) throws Exception {
    try (ArchiveSource source = filled(kind).open()) {
      for (String ref : NO_REFS) {
        assertThat(source.read(ref)).as(ref).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theCursorOfAnotherKindOfArchiveIsRefusedInClearWords(Kind kind) throws Exception {
    try (ArchiveSource source = filled(kind).open()) {
      for (String cursor : NO_CURSORS) {
        assertThatThrownBy(() -> source.readAfter(new Cursor(cursor), 1))
            .as(cursor)
            .isInstanceOfSatisfying(
                ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
            .hasMessageContaining("\"" + cursor + "\"");
      }
    }
  }

  private ArchiveLab filled(Kind kind) throws Exception {
    ArchiveLab lab = make(kind);
    for (String mail : MAILS) {
      lab.deliver(mail);
    }
    return lab;
  }

  private static String mail(int number) {
    return """
        From: Ann <ann@example.org>
        Subject: [PATCH] number %d
        Message-ID: <%d@example.org>
        Date: Mon, 2 Mar 2026 10:00:%02d +0000

        From here on it is the body of number %d.
        >From there too.
        """
        .formatted(number, number, number % 60, number);
  }
}
