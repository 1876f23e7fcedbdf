package reroll.connectors.archive.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;

/** A folder of mails in single files, and what else may lie there. */
class EmlFolderTest {
  private static final String MAIL = "Subject: x\n\ntext\n";

  @TempDir private Path folder;

  @Test
  void filesComeInTheOrderOfTheirNumbers() throws Exception {
    for (String name : List.of("10.eml", "2.EML", "001.eml", "a.eml", "a2.eml", "a10.eml")) {
      write(name);
    }

    assertThat(refs()).containsExactly("001.eml", "2.EML", "10.eml", "a.eml", "a2.eml", "a10.eml");
  }

  @Test
  void whatIsNoMailIsLeftAlone() throws Exception {
    write("1.eml");
    write("notes.txt");
    write(".2.eml");
    Files.createDirectories(folder.resolve("3.eml"));
    Path device = Files.createSymbolicLink(folder.resolve("4.eml"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("5.eml"), folder);
    Files.createSymbolicLink(folder.resolve("6.eml"), Path.of("nowhere"));

    assertThat(refs()).containsExactly("1.eml");
    Files.delete(device);
  }

  @Test
  void aLinkToAMailIsAMail() throws Exception {
    Path mail = Files.writeString(folder.resolve("elsewhere"), MAIL);
    Files.createSymbolicLink(Files.createDirectory(folder.resolve("in")).resolve("1.eml"), mail);
    try (ArchiveSource source = AnHourLater.open(folder.resolve("in"))) {
      assertThat(Walk.through(source).mails()).containsExactly(MAIL);
    }
  }

  @Test
  void aLinkThatLeadsToItselfIsToldAndNotFollowedForEver() throws Exception {
    write("1.eml");
    Files.createSymbolicLink(folder.resolve("2.eml"), folder.resolve("2.eml"));
    try (ArchiveSource source = AnHourLater.open(folder)) {
      Walk walk = Walk.through(source);

      assertThat(walk.others()).singleElement().isInstanceOf(Unreadable.class);
      assertThat(Walk.from(walk.end(), source).entries()).isEmpty();
    }
  }

  /** The memory of this process: a file that even root cannot read from its beginning. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatCannotBeReadIsToldOnceAndTheOthersAreRead() throws Exception {
    write("1.eml");
    Path memory = Files.createSymbolicLink(folder.resolve("2.eml"), Path.of("/proc/self/mem"));
    write("3.eml");
    try (ArchiveSource source = AnHourLater.open(folder)) {
      Walk walk = Walk.through(source);

      assertThat(walk.mails()).containsExactly(MAIL, MAIL);
      assertThat(walk.others())
          .singleElement()
          .isInstanceOfSatisfying(
              Unreadable.class,
              entry -> assertThat(entry.why()).startsWith("2.eml cannot be read: "));
      assertThat(Walk.from(walk.end(), source).entries()).isEmpty();
    }
    Files.delete(memory);
  }

  @Test
  void anEmptyFileWaitsForItsWriterAndIsNoMailWithoutOne() throws Exception {
    write("2.eml");
    Path file = Files.createFile(folder.resolve("1.eml"));
    Clock now = Clock.fixed(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
    try (ArchiveSource source =
        FilesArchive.FACTORY.open(new FilesArchive.Settings(folder), TestHome.at(folder, now))) {
      Walk before = Walk.through(source);
      Files.writeString(file, MAIL);

      assertThat(before.entries()).extracting(ArchiveEntry::ref).containsExactly("2.eml");
      assertThat(Walk.from(before.end(), source).entries())
          .extracting(ArchiveEntry::ref)
          .containsExactly("1.eml");
    }
    Files.writeString(file, "");
    try (ArchiveSource source = AnHourLater.open(folder)) {
      assertThat(Walk.through(source).entries().get(0)).isInstanceOf(NoMail.class);
    }
  }

  @Test
  void namesOfAnyBytesAreDifferentNames() throws Exception {
    // What Java makes of these bytes depends on the locale; in a container often the same for all.
    List<String> names = List.of("gr%C3%B6%C3%9Fe.eml", "gr%F6.eml", "gr%FC.eml", "50%25.eml");
    for (String name : names) {
      Files.writeString(Path.of(URI.create(folder.toUri() + name)), name);
    }
    try (ArchiveSource source = AnHourLater.open(folder)) {
      Walk walk = Walk.from(Cursor.START, source, 1);

      assertThat(walk.mails()).containsExactlyInAnyOrderElementsOf(names);
      assertThat(walk.entries())
          .extracting(ArchiveEntry::ref)
          .containsExactlyInAnyOrderElementsOf(names);
      assertThat(Walk.text(source.read("gr%FC.eml").orElseThrow())).isEqualTo("gr%FC.eml");
      assertThat(Walk.from(walk.end(), source).entries()).isEmpty();
    }
  }

  @Test
  void aFolderIsListedOnceForAllPagesOfAFirstReadAndOnceForEachLaterOne() throws Exception {
    for (int i = 0; i < 20; i++) {
      write(i + ".eml");
    }
    CountingLayout layout = new CountingLayout(new EmlFolder(folder));
    FolderStore store = new FolderStore(layout, new QuietTime(Clock.systemUTC()));
    ArchiveSource source = new FilesArchive(folder, store);

    Walk walk = Walk.from(Cursor.START, source, 3);
    assertThat(walk.entries()).hasSize(20);
    assertThat(layout.listings).isEqualTo(1);

    Walk.from(walk.end(), source, 3);
    assertThat(layout.listings).isEqualTo(2);
  }

  @Test
  void manyFilesThatVanishAreLookedForOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      write(i + ".eml");
    }
    CountingLayout layout = new CountingLayout(new EmlFolder(folder));
    FolderStore store = new FolderStore(layout, new QuietTime(Clock.systemUTC()));
    Cursor afterOne = store.readAfter(Cursor.START, 1).next();
    for (int i = 0; i < 20; i++) {
      Files.delete(folder.resolve(i + ".eml"));
    }

    assertThat(store.readAfter(afterOne, 100).entries())
        .hasSize(19)
        .allMatch(NoMail.class::isInstance);
    assertThat(layout.listings).isEqualTo(2);
  }

  @Test
  void aFolderThatIsGoneIsAFailureUntilItIsBack() throws Exception {
    Path mails = Files.createDirectory(folder.resolve("mails"));
    Files.writeString(mails.resolve("1.eml"), MAIL);
    try (ArchiveSource source = AnHourLater.open(mails)) {
      Cursor end = Walk.through(source).end();
      Files.move(mails, folder.resolve("away"));
      assertThatThrownBy(() -> source.readAfter(end, 1))
          .isInstanceOf(ConnectorException.class)
          .hasMessage(mails + " cannot be read: it is not there");

      Files.move(folder.resolve("away"), mails);
      Files.writeString(mails.resolve("2.eml"), "Subject: y\n\n");
      assertThat(Walk.from(end, source).mails()).containsExactly("Subject: y\n\n");
    }
  }

  @Test
  void theCursorOfAnMboxIsRefused() throws Exception {
    write("1.eml");
    try (ArchiveSource source = AnHourLater.open(folder)) {
      assertThatThrownBy(() -> source.readAfter(new Cursor("mbox 0 12 0123abcd"), 1))
          .isInstanceOf(ConnectorException.class)
          .hasMessageContaining("is not one of a maildir or a folder of .eml files");
    }
  }

  /** Counts how often the folder is listed. */
  private static final class CountingLayout implements FolderLayout {
    private final FolderLayout layout;
    private int listings;

    CountingLayout(FolderLayout layout) {
      this.layout = layout;
    }

    @Override
    public Map<String, Path> list() throws IOException {
      listings++;
      return new HashMap<>(layout.list());
    }
  }

  private void write(String name) throws Exception {
    Files.writeString(folder.resolve(name), MAIL);
  }

  private List<String> refs() throws Exception {
    try (ArchiveSource source = AnHourLater.open(folder)) {
      List<String> refs = new ArrayList<>();
      Walk.through(source).entries().forEach(entry -> refs.add(entry.ref()));
      return refs;
    }
  }
}
