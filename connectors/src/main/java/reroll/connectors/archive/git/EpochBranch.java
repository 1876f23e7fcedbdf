package reroll.connectors.archive.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * The branch on which the mail of a repository is. Looks at the file of the branch before the
 * packed ones, as git does. JGit looks the other way round, so that while somebody packs it shows
 * no branch, or where the branch was long ago. Used by one thread at a time.
 */
final class EpochBranch {
  private static final String LINK = "ref:";
  private static final int MAX_LINKS = 5;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");

  private final Path path;
  private final Repository repository;

  EpochBranch(Path path, Repository repository) {
    this.path = path;
    this.repository = repository;
  }

  /**
   * The newest commit; empty while there is no branch at all.
   *
   * @throws IOException if there is something, but no commit where HEAD points
   */
  Optional<ObjectId> head() throws IOException {
    if ("reftable".equals(repository.getConfig().getString("extensions", null, "refstorage"))) {
      return Optional.ofNullable(repository.exactRef(Constants.HEAD)).map(Ref::getObjectId);
    }
    Optional<ObjectId> commit = follow(Constants.HEAD);
    if (commit.isEmpty() && hasBranch()) {
      commit = follow(Constants.HEAD); // it may have come between the two looks
      if (commit.isEmpty()) {
        throw pointsNowhere();
      }
    }
    return commit;
  }

  private Optional<ObjectId> follow(String name) throws IOException {
    String at = name;
    for (int links = 0; links < MAX_LINKS; links++) {
      Optional<String> text = file(at);
      if (text.isEmpty()) {
        return packed(at);
      }
      if (!text.get().startsWith(LINK)) {
        return Optional.of(commit(text.get()));
      }
      at = text.get().substring(LINK.length()).strip();
      if (!Repository.isValidRefName(at)) {
        break; // also keeps a hostile one from leading out of the folder
      }
    }
    throw pointsNowhere();
  }

  private Optional<String> file(String name) throws IOException {
    try {
      return Optional.of(Files.readString(path.resolve(name), StandardCharsets.ISO_8859_1).strip());
    } catch (NoSuchFileException e) {
      if (name.equals(Constants.HEAD)) {
        throw pointsNowhere();
      }
      return Optional.empty();
    }
  }

  private Optional<ObjectId> packed(String name) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(path.resolve(Constants.PACKED_REFS), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    for (String line : lines) {
      if (line.endsWith(" " + name)) {
        return Optional.of(commit(line.substring(0, line.length() - name.length() - 1)));
      }
    }
    return Optional.empty();
  }

  private ObjectId commit(String text) throws IOException {
    if (!ID.matcher(text).matches()) {
      throw pointsNowhere();
    }
    return ObjectId.fromString(text);
  }

  private boolean hasBranch() throws IOException {
    repository.getRefDatabase().refresh();
    return !repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).isEmpty();
  }

  private IOException pointsNowhere() {
    return new IOException(path + " has no commit where its HEAD points");
  }
}
