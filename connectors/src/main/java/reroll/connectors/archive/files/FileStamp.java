package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * Tells one state of a file from another without reading it.
 *
 * @param key the file system's name of the file; another one after a file was put in its place
 */
record FileStamp(String key, long size, Instant modified) {
  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(
        String.valueOf(attributes.fileKey()),
        attributes.size(),
        attributes.lastModifiedTime().toInstant());
  }

  /** Short enough for a cursor. */
  String brief() {
    return size + "@" + modified.toEpochMilli();
  }
}
