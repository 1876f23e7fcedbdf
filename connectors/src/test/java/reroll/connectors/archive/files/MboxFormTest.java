package reroll.connectors.archive.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Walk;

/** How mails are taken out of an mbox. */
class MboxFormTest {
  @TempDir private Path folder;

  private record Form(String name, String mbox, List<String> mails) {
    static Form of(String name, String mbox, String... mails) {
      return new Form(name, mbox, List.of(mails));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Form> forms() {
    String long_ = "x".repeat(64 << 10);
    return Stream.of(
        Form.of("one", "From a\nH: 1\n\ntext\n\n", "H: 1\n\ntext\n"),
        Form.of("two", "From a\nH: 1\n\nx\n\nFrom b\nH: 2\n\ny\n\n", "H: 1\n\nx\n", "H: 2\n\ny\n"),
        Form.of("noEmptyLineAtTheEnd", "From a\nH: 1\n\ntext\n", "H: 1\n\ntext\n"),
        Form.of("noLineEndAtTheEnd", "From a\nH: 1\n\ntext", "H: 1\n\ntext"),
        Form.of("onlyOneEmptyLineIsNotTheMails", "From a\nH: 1\n\nx\n\n\n\n", "H: 1\n\nx\n\n\n"),
        Form.of("onlyAHeader", "From a\nH: 1\n\n", "H: 1\n"),
        Form.of("blankLinesAtTheBeginning", "\n \t\n\r\nFrom a\nH: 1\n\nx\n\n", "H: 1\n\nx\n"),
        Form.of(
            "crlf",
            "From a\r\nH: 1\r\n\r\n>From x\r\n\r\nFrom b\r\nH: 2\r\n\r\n",
            "H: 1\r\n\r\nFrom x\r\n",
            "H: 2\r\n"),
        Form.of("quoted", "From a\nH: 1\n\n>From x\n\n", "H: 1\n\nFrom x\n"),
        Form.of("quotedTwice", "From a\nH: 1\n\n>>From x\n\n", "H: 1\n\n>From x\n"),
        Form.of("quotedInTheHeader", "From a\n>From b\nH: 1\n\n", "From b\nH: 1\n"),
        Form.of("quotedOtherwise", "From a\nH: 1\n\n> From x\n\n", "H: 1\n\n> From x\n"),
        Form.of(
            "quotedNothing", "From a\nH: 1\n\n>Fromage\n>from x\n", "H: 1\n\n>Fromage\n>from x\n"),
        Form.of("notBehindAnEmptyLine", "From a\nH: 1\n\nx\nFrom x\n\n", "H: 1\n\nx\nFrom x\n"),
        Form.of("notInALine", "From a\nH: 1\n\nx\n\n From x\n\n", "H: 1\n\nx\n\n From x\n"),
        Form.of("notWithoutSpace", "From a\nH: 1\n\nFrom: x\n\n", "H: 1\n\nFrom: x\n"),
        Form.of(
            "lengthsAreNotBelieved",
            "From a\nContent-Length: 99\n\nx\n\nFrom b\nH: 2\n\ny\n\n",
            "Content-Length: 99\n\nx\n",
            "H: 2\n\ny\n"),
        Form.of(
            "bytesAreLeftAlone",
            "From a\nH: \0\u00e4\u00ff\n\n\r\r\f",
            "H: \0\u00e4\u00ff\n\n\r\r\f"),
        Form.of(
            "aLineLongerThanTheBuffer",
            "From a\nH: 1\n\n" + long_ + "\nFrom x\n\nFrom b\nH: 2\n\n" + long_ + "From \n\n",
            "H: 1\n\n" + long_ + "\nFrom x\n",
            "H: 2\n\n" + long_ + "From \n"),
        Form.of("aSeparatorLongerThanTheBuffer", "From a" + long_ + "\nH: 1\n\n", "H: 1\n"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void mailsAreTakenOutAsTheyWere(Form form) throws Exception {
    Path plain = write("list.mbox", form.mbox().getBytes(ISO_8859_1));
    Path packed = write("list.mbox.gz", Gzip.of(form.mbox()));

    assertThat(walk(plain).mails()).isEqualTo(form.mails());
    assertThat(walk(packed).mails()).isEqualTo(form.mails());
  }

  @Test
  void everyMailCanBeReadAgainByItsOffset() throws Exception {
    Path file = write("list.mbox", "\nFrom a\nH: 1\n\n\nFrom b\nH: 2\n\nx\n".getBytes(ISO_8859_1));
    try (ArchiveSource source = AnHourLater.open(file)) {
      List<ArchiveEntry> entries = Walk.through(source).entries();

      assertThat(entries).extracting(ArchiveEntry::ref).containsExactly("1", "15");
      assertThat(Walk.text(source.read("1").orElseThrow())).isEqualTo("H: 1\n\n");
      assertThat(Walk.text(source.read("15").orElseThrow())).isEqualTo("H: 2\n\nx\n");
      assertThat(source.read("0")).isEmpty();
      assertThat(source.read("16")).isEmpty();
    }
  }

  @Test
  void aSeparatorWithNothingBelowIsNoMail() throws Exception {
    Path file = write("list.mbox", "From a\n\nFrom b\nH: 2\n\n".getBytes(ISO_8859_1));

    Walk walk = walk(file);

    assertThat(walk.others()).hasSize(1).allMatch(NoMail.class::isInstance);
    assertThat(walk.mails()).containsExactly("H: 2\n");
  }

  @Test
  void membersOfAGzipFileAreReadAsOneFile() throws Exception {
    String mbox = "From a\nH: 1\n\nx\n\nFrom b\nH: 2\n\ny\n\n";
    for (int cut = 0; cut <= mbox.length(); cut++) {
      byte[] first = Gzip.of(mbox.substring(0, cut));
      byte[] second = Gzip.of(mbox.substring(cut));
      byte[] both = new byte[first.length + second.length];
      System.arraycopy(first, 0, both, 0, first.length);
      System.arraycopy(second, 0, both, first.length, second.length);

      assertThat(walk(write("list.mbox.gz", both)).mails())
          .as("cut at %d", cut)
          .containsExactly("H: 1\n\nx\n", "H: 2\n\ny\n");
    }
  }

  @Test
  void arrivalIsToldByTheSeparatorElseByTheServerElseByTheFile() throws Exception {
    String received = "Received: from a by b; Mon, 2 Mar 2026 11:00:00 +0100\n";
    Path file =
        write(
            "list.mbox",
            ("From a Mon Mar  2 09:00:00 2026\n" + received + "\n1\n\n")
                .concat("From mboxrd@z Thu Jan  1 00:00:00 1970\n" + received + "\n2\n\n")
                .concat("From 0123abc Mon Sep 17 00:00:00 2001\n" + received + "\n3\n\n")
                .concat("From a Mon Mar  2 09:00:00 2099\n" + received + "\n4\n\n")
                .concat("From a\nDate: Mon, 2 Mar 2020 11:00:00 +0100\n\n5\n\n")
                .getBytes(ISO_8859_1));
    Instant modified = Instant.parse("2026-03-03T00:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(modified));

    assertThat(walk(file).entries())
        .extracting(ArchiveEntry::arrived)
        .containsExactly(
            Instant.parse("2026-03-02T09:00:00Z"),
            Instant.parse("2026-03-02T10:00:00Z"),
            Instant.parse("2026-03-02T10:00:00Z"),
            Instant.parse("2026-03-02T10:00:00Z"),
            modified);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static Walk walk(Path file) throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      return Walk.through(source);
    }
  }
}
