package reroll.connectors.archive.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Why something could not be read, in words for a user. */
final class Reason {
  private Reason() {}

  /** Half a sentence. The JDK's own message is often the path alone. */
  static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof EOFException) {
      return "its gzip data ends too early";
    }
    if (e instanceof ZipException) {
      return "its gzip data is damaged (" + e.getMessage() + ")";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
