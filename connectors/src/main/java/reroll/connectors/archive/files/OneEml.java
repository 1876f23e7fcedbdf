package reroll.connectors.archive.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One mail in a file by itself. */
record OneEml(Path file) implements FolderLayout {
  @Override
  public Map<String, Path> list() {
    return Files.exists(file) ? Map.of(FileName.of(file), file) : Map.of();
  }
}
