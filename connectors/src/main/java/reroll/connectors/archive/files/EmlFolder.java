package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A folder that holds each mail in a file of its own, {@code something.eml}. */
record EmlFolder(Path folder) implements FolderLayout {
  static boolean isEml(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".eml");
  }

  @Override
  public Map<String, Path> list() throws IOException {
    Map<String, Path> files = new HashMap<>();
    for (Path file : FolderListing.of(folder)) {
      String name = FileName.of(file);
      if (isEml(name)) {
        files.put(name, file);
      }
    }
    return files;
  }

  /** Something that shows to a user what folder this is instead. */
  Optional<String> anyOtherFile() throws IOException {
    return FolderListing.of(folder).stream()
        .map(FileName::of)
        .filter(name -> !isEml(name))
        .min(NaturalOrder.INSTANCE);
  }
}
