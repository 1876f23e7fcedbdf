package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Which files of a folder are mails, and by what names they stay the same mails. */
interface FolderLayout {
  /**
   * Everything that may be a mail by its name, with the place where it is now. What is a folder or
   * a pipe is in the list too: to ask for each of 100,000 takes longer than to list them.
   *
   * @throws java.nio.file.NoSuchFileException if the folder itself is gone
   */
  Map<String, Path> list() throws IOException;

  /** When the mail was delivered, as far as its name tells. */
  default Optional<Instant> deliveredAt(String name) {
    return Optional.empty();
  }
}
