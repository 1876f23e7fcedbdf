package reroll.connectors.archive.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** Which paths are archives of files, and what is said of those that are none. */
class FilesFactoryTest {
  private static final String MAIL = "From: Ann <ann@example.org>\nSubject: one\n\ntext\n";

  @TempDir private Path folder;

  @Test
  void anMboxIsKnownByItsContentWhateverItsName() throws Exception {
    assertThat(mails("list", Mboxrd.of(MAIL).getBytes(ISO_8859_1))).containsExactly(MAIL);
    assertThat(mails("list.txt", Gzip.of(Mboxrd.of(MAIL)))).containsExactly(MAIL);
    assertThat(mails("one.eml", Mboxrd.of(MAIL).getBytes(ISO_8859_1))).containsExactly(MAIL);
  }

  @Test
  void oneMailByItselfIsAnArchiveToo() throws Exception {
    assertThat(mails("one.EML", MAIL.getBytes(ISO_8859_1))).containsExactly(MAIL);
  }

  @ParameterizedTest
  @CsvSource({"empty.mbox", "empty.eml"})
  void anEmptyFileIsAnArchiveWithoutMailSoFar(String name) throws Exception {
    assertThat(mails(name, new byte[0])).isEmpty();
    assertThat(mails("packed.gz", Gzip.of(""))).isEmpty();
  }

  @Test
  void anEmptyFolderGetsItsMailLater() throws Exception {
    try (ArchiveSource source = AnHourLater.open(folder)) {
      Walk before = Walk.through(source);
      Files.writeString(folder.resolve("1.eml"), MAIL);

      assertThat(before.mails()).isEmpty();
      assertThat(Walk.from(before.end(), source).mails()).containsExactly(MAIL);
    }
  }

  @Test
  void aMaildirIsKnownByItsFolders() throws Exception {
    Files.createDirectories(folder.resolve("cur"));
    Files.writeString(folder.resolve("not-in-cur.eml"), MAIL);
    Path arrived = Files.createDirectories(folder.resolve("new"));
    Files.writeString(arrived.resolve("1772445600.M1P1.list"), MAIL + "in new\n");
    try (ArchiveSource source = AnHourLater.open(folder)) {
      assertThat(Walk.through(source).mails()).containsExactly(MAIL + "in new\n");
    }
  }

  @Test
  void aPathThatIsNoArchiveIsRefusedWithWhatWasFoundAndWhatWouldDo() throws Exception {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Things to do\n");
    Path binary = Files.write(folder.resolve("data"), new byte[] {0, 1, 2, (byte) 0xff, 'a'});
    Path packed = Files.write(folder.resolve("other.gz"), Gzip.of("#!/bin/sh\nexit\n"));
    Path inbox = Files.createDirectories(folder.resolve("inbox/git")).getParent();
    Path missing = folder.resolve("missing");

    assertRefused(notes, notes + " begins with \"Things to do\", not with \"From \"");
    assertRefused(binary, binary + " begins with \"????a\"");
    assertRefused(packed, packed + " begins with \"#!/bin/sh\"");
    assertRefused(inbox, inbox + " holds no .eml file (but git)");
    assertRefused(missing, missing + " does not exist");
    assertRefused(Path.of("/dev/null"), "/dev/null is neither a file nor a folder");
  }

  @Test
  void aLinkThatLeadsToItselfIsRefused() throws Exception {
    Path loop = folder.resolve("loop.mbox");
    Files.createSymbolicLink(loop, loop);

    assertRefused(loop, loop + " does not exist");
  }

  @Test
  void aGzipFileThatIsBrokenAtItsBeginningMayBeWholeLater() throws Exception {
    Path file = Files.write(folder.resolve("list.mbox.gz"), new byte[] {0x1f, (byte) 0x8b, 8});

    assertThatThrownBy(() -> AnHourLater.open(file))
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
        .hasMessage(file + " cannot be read: its gzip data ends too early");
  }

  private List<String> mails(String name, byte[] content)
      throws IOException, ConnectorException, InterruptedException {
    Path file = Files.write(folder.resolve(name), content);
    try (ArchiveSource source = AnHourLater.open(file)) {
      return Walk.through(source).mails();
    }
  }

  private static void assertRefused(Path path, String found) {
    assertThatThrownBy(() -> AnHourLater.open(path))
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
        .hasMessageStartingWith(found)
        .hasMessageEndingWith(
            ": name an mbox file (plain or gzip), a maildir, a folder of .eml files, or one .eml"
                + " file");
  }
}
