package reroll.bot.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the files of a state are called, and which of them there are. Immutable. */
final class StateFiles {
  /** Up to schema 2 they were JSON; one of those is refused, not taken for nothing. */
  private static final Pattern SNAPSHOT =
      Pattern.compile("snapshot-(\\d{12})\\.(?:json\\.gz|packed)");

  private static final Pattern JOURNAL = Pattern.compile("journal-(\\d{12})\\.jsonl");

  private final Path folder;
  private final Disk disk;

  StateFiles(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** A file by how many inputs came before it. */
  record Numbered(long number, Path file) {}

  static boolean isSnapshot(String name) {
    return SNAPSHOT.matcher(name).matches();
  }

  /** Whether a file of this name holds a part of the state. */
  static boolean isPartOfState(String name) {
    return isSnapshot(name) || JOURNAL.matcher(name).matches();
  }

  /** The oldest first. */
  List<Numbered> snapshots() throws IOException {
    return named(SNAPSHOT);
  }

  /** The oldest first. */
  List<Numbered> journals() throws IOException {
    return named(JOURNAL);
  }

  /** Of two with one number the one of the newer schema stands last. */
  private List<Numbered> named(Pattern pattern) throws IOException {
    List<Numbered> files = new ArrayList<>();
    for (String name : disk.names(folder)) {
      Matcher matcher = pattern.matcher(name);
      if (matcher.matches()) {
        files.add(new Numbered(Long.parseLong(matcher.group(1)), folder.resolve(name)));
      }
    }
    files.sort(Comparator.comparingLong(Numbered::number).thenComparing(Numbered::file));
    return files;
  }

  Path snapshot(long number) {
    return folder.resolve(String.format(Locale.ROOT, "snapshot-%012d.packed", number));
  }

  Path journal(long number) {
    return folder.resolve(String.format(Locale.ROOT, "journal-%012d.jsonl", number));
  }
}
