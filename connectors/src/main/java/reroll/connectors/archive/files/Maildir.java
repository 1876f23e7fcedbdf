package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A maildir (cr.yp.to/proto/maildir.html): mail arrives in {@code new} under a name that begins
 * with the second of delivery; a reader moves it to {@code cur} and adds flags behind a colon. Mail
 * in {@code tmp} is not whole yet.
 */
record Maildir(Path folder) implements FolderLayout {
  /** In the order in which mail moves: what moves meanwhile is seen twice, not never. */
  private static final List<String> FOLDERS = List.of("new", "cur");

  /** As many digits as Instant takes. */
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,11})\\..*");

  @Override
  public Map<String, Path> list() throws IOException {
    Map<String, Path> files = new HashMap<>();
    for (String name : FOLDERS) {
      for (Path file : FolderListing.of(folder.resolve(name))) {
        files.put(withoutFlags(FileName.of(file)), file);
      }
    }
    return files;
  }

  private static String withoutFlags(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  @Override
  public Optional<Instant> deliveredAt(String name) {
    Matcher seconds = SECONDS.matcher(name);
    return seconds.matches()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))))
        : Optional.empty();
  }
}
