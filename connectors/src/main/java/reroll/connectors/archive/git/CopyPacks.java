package reroll.connectors.archive.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * The packs of a copy. Every fetch brings one; many small ones are joined now and then, while large
 * ones are marked to be kept as they are, so that joining stays cheap. Used by one thread at a
 * time.
 */
final class CopyPacks {
  /** With more, finding an object takes noticeably longer. */
  static final int MAX_SMALL = 25;

  private static final long LARGE_BYTES = 32 << 20;

  /** Tells our marks from those that git leaves when it is killed. */
  private static final String MARK = "reroll: large enough\n";

  private final Path folder;

  CopyPacks(Path repository) {
    this.folder = repository.resolve("objects").resolve("pack");
  }

  boolean isEmpty() throws IOException {
    return named("*.pack").isEmpty();
  }

  void joinIfMany(Repository repository) throws IOException, GitAPIException {
    int small = 0;
    for (Path pack : named("*.pack")) {
      Path keep = beside(pack, ".keep");
      if (Files.size(pack) >= LARGE_BYTES && !Files.exists(keep)) {
        Files.writeString(keep, MARK);
      }
      small += Files.exists(keep) ? 0 : 1;
    }
    if (small > MAX_SMALL) {
      join(repository);
    }
  }

  /** What was taken out of the history over there leaves the copy, too. */
  void forgetWhatWasRewritten(Repository repository) throws IOException, GitAPIException {
    for (Path keep : named("*.keep")) {
      Files.delete(keep);
    }
    join(repository);
  }

  /**
   * Copies what is packed as it is: looking for better deltas takes minutes and gains little. JGit
   * takes all this from a configuration only.
   */
  private static void join(Repository repository) throws GitAPIException {
    StoredConfig config = repository.getConfig();
    config.setBoolean("pack", null, "deltacompression", false);
    config.setBoolean("pack", null, "buildbitmaps", false);
    config.setString("gc", null, "prunepackexpire", "now");
    config.setString("gc", null, "pruneexpire", "now");
    try (Git git = new Git(repository)) {
      git.gc().call();
    }
  }

  /** Takes away what a killed process left half done. */
  void clear() throws IOException {
    for (Path pack : named("*.{pack,keep}")) {
      boolean whole = Files.exists(beside(pack, ".idx"));
      if (!whole || (isKeep(pack) && !Files.readString(pack).equals(MARK))) {
        Files.delete(pack);
      }
    }
  }

  private static boolean isKeep(Path file) {
    return file.getFileName().toString().endsWith(".keep");
  }

  private List<Path> named(String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
      found.forEach(files::add);
    }
    return files;
  }

  private static Path beside(Path pack, String ending) {
    String name = pack.getFileName().toString();
    return pack.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
  }
}
