package reroll.connectors.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.connectors.Connectors;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.git.GitLab;

/** What every archive promises, whatever it is made of. */
class ArchiveContractTest {
  private static final Map<String, Function<Path, ArchiveLab>> LABS = Map.of("git", GitLab::new);

  private static final List<String> MAILS =
      IntStream.range(0, 7).mapToObj(ArchiveContractTest::mail).toList();

  @TempDir private Path folder;

  static Stream<Function<Path, ArchiveLab>> labs() {
    return LABS.values().stream();
  }

  @Test
  void everyKindOfArchiveIsUnderThisContract() {
    Set<String> kinds =
        Connectors.ARCHIVES.stream().map(ArchiveSource.Factory::type).collect(Collectors.toSet());
    Set<String> tested =
        LABS.values().stream().map(lab -> lab.apply(folder).type()).collect(Collectors.toSet());

    assertThat(tested).isEqualTo(kinds);
  }

  @ParameterizedTest
  @MethodSource("labs")
  void mailComesInOrderOfArrivalWhateverTheSizeOfThePages(Function<Path, ArchiveLab> kind)
      throws Exception {
    ArchiveLab lab = filled(kind);
    for (int page = 1; page <= MAILS.size() + 1; page++) {
      try (ArchiveSource source = lab.open()) {
        assertThat(readAll(source, Cursor.START, page)).isEqualTo(MAILS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void aNewSourceReadsOnFromAnyCursor(Function<Path, ArchiveLab> kind) throws Exception {
    ArchiveLab lab = filled(kind);
    Cursor cursor = Cursor.START;
    for (int read = 0; read <= MAILS.size(); read++) {
      try (ArchiveSource source = lab.open()) {
        assertThat(readAll(source, cursor, 3)).isEqualTo(MAILS.subList(read, MAILS.size()));
        cursor = source.readAfter(cursor, 1).next();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void mailThatArrivesWhileTheSourceIsOpenIsReadOnceAndNothingElseAgain(
      Function<Path, ArchiveLab> kind) throws Exception {
    ArchiveLab lab = filled(kind);
    try (ArchiveSource source = lab.open()) {
      Cursor end = end(source, Cursor.START);
      assertThat(source.readAfter(end, 5).entries()).isEmpty();

      lab.deliver(mail(100));
      lab.deliver(mail(101));

      assertThat(readAll(source, end, 1)).containsExactly(mail(100), mail(101));
      assertThat(source.readAfter(end(source, end), 5).entries()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void moreIsToldExactlyWhileThereIsMore(Function<Path, ArchiveLab> kind) throws Exception {
    try (ArchiveSource source = filled(kind).open()) {
      Batch first = source.readAfter(Cursor.START, MAILS.size() - 1);
      Batch last = source.readAfter(first.next(), 1);

      assertThat(first.more()).isTrue();
      assertThat(last.more()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void anEntryCanBeReadAgainByItsRef(Function<Path, ArchiveLab> kind) throws Exception {
    try (ArchiveSource source = filled(kind).open()) {
      ArchiveEntry third = source.readAfter(Cursor.START, 3).entries().get(2);

      assertThat(text(source.read(third.ref()).orElseThrow())).isEqualTo(MAILS.get(2));
      assertThat(source.read(third.ref() + "00000000")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void aMailOverTheLimitIsCutAndSaysSo(Function<Path, ArchiveLab> kind) throws Exception {
    ArchiveLab lab = kind.apply(folder);
    String huge = mail(0) + "x".repeat(79).concat("\n").repeat(ArchiveSource.MAX_MAIL_BYTES / 80);
    lab.deliver(huge);
    lab.deliver(mail(1));
    try (ArchiveSource source = lab.open()) {
      Batch batch = source.readAfter(Cursor.START, 1);
      RawMail cut = (RawMail) batch.entries().get(0);

      assertThat(cut.cut()).isTrue();
      assertThat(cut.size()).isEqualTo(huge.length());
      assertThat(huge).startsWith(text(cut));
      assertThat(readAll(source, batch.next(), 5)).containsExactly(mail(1));
    }
  }

  private ArchiveLab filled(Function<Path, ArchiveLab> kind) throws Exception {
    ArchiveLab lab = kind.apply(folder);
    for (String mail : MAILS) {
      lab.deliver(mail);
    }
    return lab;
  }

  private static List<String> readAll(ArchiveSource source, Cursor from, int page)
      throws Exception {
    List<String> mails = new ArrayList<>();
    Cursor cursor = from;
    Batch batch;
    do {
      batch = source.readAfter(cursor, page);
      assertThat(batch.entries()).hasSizeLessThanOrEqualTo(page);
      batch.entries().forEach(entry -> mails.add(text(entry)));
      cursor = new Cursor(batch.next().value());
    } while (batch.more());
    return mails;
  }

  private static Cursor end(ArchiveSource source, Cursor from) throws Exception {
    Batch batch = source.readAfter(from, Integer.MAX_VALUE);
    return batch.more() ? end(source, batch.next()) : batch.next();
  }

  private static String text(ArchiveEntry entry) {
    return new String(((RawMail) entry).bytes(), StandardCharsets.UTF_8);
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
