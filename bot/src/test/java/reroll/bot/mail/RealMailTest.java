package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.archive.git.GitArchive;
import reroll.connectors.port.ConnectorException;

/** Mail that people and machines really sent, where the machine has some. */
class RealMailTest {
  private static final Path SHARED = Path.of("..", "..", "shared");

  private int mails;
  private int patches;

  @Test
  void decodingNeverThrowsOnRealMail() throws Exception {
    assumeTrue(
        Files.isDirectory(SHARED.resolve("corpus")),
        "skipped: no real mail at " + SHARED.resolve("corpus"));

    for (Path place : places(SHARED.resolve("corpus"), SHARED.resolve("seeds"))) {
      if (isOneMail(place)) {
        read(place.toString(), Files.readAllBytes(place));
      } else {
        try (ArchiveSource archive = open(place)) {
          readAll(place, archive);
        }
      }
    }

    assertThat(mails).isGreaterThan(2_500);
    assertThat(patches).isBetween(mails / 4, mails * 3 / 4);
  }

  /** One file is called .mbox and holds a mail without the line between mails. */
  private static boolean isOneMail(Path place) throws IOException {
    if (place.toString().endsWith(".eml")) {
      return true;
    }
    return place.toString().endsWith(".mbox")
        && !Files.readString(place, StandardCharsets.ISO_8859_1).startsWith("From ");
  }

  private void readAll(Path place, ArchiveSource archive)
      throws ConnectorException, InterruptedException {
    Cursor cursor = Cursor.START;
    Batch batch;
    do {
      batch = archive.readAfter(cursor, 500);
      cursor = batch.next();
      for (ArchiveEntry entry : batch.entries()) {
        if (entry instanceof RawMail raw) {
          read(place + " " + raw.ref(), raw.bytes());
        }
      }
    } while (batch.more());
  }

  private void read(String where, byte[] bytes) {
    Mail mail = MailParser.parse(bytes);
    MailFacts facts = MailReader.read(mail);
    mails++;
    patches += facts instanceof PatchMail ? 1 : 0;
    assertThat(facts.id()).as(where).isEqualTo(mail.id());
    assertThat(mail.subject()).as(where).doesNotContain("=?utf-8?", "=?UTF-8?", "\n");
    assertThat(MailDescription.of(mail)).as(where).isNotEmpty();
  }

  private static ArchiveSource open(Path place) throws ConnectorException {
    return place.getFileName().toString().endsWith(".git")
        ? GitArchive.FACTORY.open(new GitArchive.Settings(place), TestHome.beside(place))
        : FilesArchive.FACTORY.open(new FilesArchive.Settings(place), TestHome.beside(place));
  }

  private static List<Path> places(Path... roots) throws IOException {
    List<Path> places = new ArrayList<>();
    for (Path root : roots) {
      Files.walkFileTree(root, new Collector(places));
    }
    return places;
  }

  /** Finds epochs, maildirs, mbox files and single mails, each in its own form. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> places;

    Collector(List<Path> places) {
      this.places = places;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.toString().endsWith(".git") || Files.isDirectory(folder.resolve("cur"))) {
        places.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().matches(".*\\.(?:eml|mbox|mbox\\.gz)")) {
        places.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
