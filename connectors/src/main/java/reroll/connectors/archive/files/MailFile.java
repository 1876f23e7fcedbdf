package reroll.connectors.archive.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;

/**
 * A file that is one mail.
 *
 * @param delivered when, as far as the name tells
 */
record MailFile(String name, Path path, Optional<Instant> delivered) {

  /**
   * Whether it is a file at all, or a link to one. What cannot be looked at is taken for one, so
   * that reading it says why.
   */
  boolean isFile() {
    try {
      return attributes().isRegularFile();
    } catch (NoSuchFileException e) {
      return false; // also a link into nowhere
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether its writer has made it and not yet put anything in. */
  boolean isJustMade(QuietTime quiet) {
    try {
      BasicFileAttributes attributes = attributes();
      return attributes.size() == 0 && !quiet.isOver(modified(attributes));
    } catch (IOException e) {
      return false; // reading it will tell
    }
  }

  /**
   * Reads the mail. What cannot be read is told as such.
   *
   * @throws NoSuchFileException if it is not there any more
   */
  ArchiveEntry read() throws NoSuchFileException {
    try (InputStream in = Files.newInputStream(path)) {
      BasicFileAttributes attributes = attributes();
      byte[] bytes = in.readNBytes(ArchiveSource.MAX_MAIL_BYTES);
      // The time of the file says when it was copied here, so it is none of arrival.
      Instant arrived = ReceivedDate.of(bytes).or(() -> delivered).orElse(Instant.EPOCH);
      return bytes.length == 0
          ? new NoMail(name, arrived)
          : new RawMail(name, arrived, bytes, Math.max(bytes.length, attributes.size()));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return new Unreadable(
          name,
          delivered.orElse(Instant.EPOCH),
          path.getFileName() + " cannot be read: " + Reason.of(e));
    }
  }

  /** What stands in its place when it is gone. */
  NoMail gone() {
    return new NoMail(name, delivered.orElse(Instant.EPOCH));
  }

  private BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  private static Instant modified(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().toInstant();
  }
}
