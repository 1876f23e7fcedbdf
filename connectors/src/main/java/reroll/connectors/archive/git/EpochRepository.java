package reroll.connectors.archive.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository on the disk. Damage is told as by {@link EpochObjects}. Used by one thread at a
 * time, but for {@link #anotherView}.
 */
final class EpochRepository implements AutoCloseable {
  private final Path path;
  private final Repository repository;
  private final EpochBranch branch;
  private final EpochObjects objects;

  EpochRepository(Path path) throws IOException {
    this.path = path;
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setGitDir(path.toFile()).setBare().setMustExist(true);
    repository = EpochObjects.checked(path.toString(), builder::build);
    branch = new EpochBranch(path, repository);
    objects = view(List.of(), new RecentObjects());
  }

  /** A look at objects. */
  interface Look<T> {
    T at(EpochObjects objects) throws IOException;
  }

  /**
   * The newest commit; empty while nothing was ever delivered.
   *
   * @throws IOException also if there is something that HEAD should name: JGit takes a branch that
   *     holds garbage, or has another name than HEAD says, for one that does not exist yet
   */
  Optional<ObjectId> head() throws IOException {
    return EpochObjects.checked(path.toString(), branch::head);
  }

  /** The commits whose parents were never fetched ({@code git clone --depth}). */
  Set<ObjectId> shallow() throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return EpochObjects.checked(path.toString(), reader::getShallowCommits);
    }
  }

  /**
   * Looks at objects; where one is missing, again with fresh eyes, as somebody may have packed the
   * repository meanwhile. A mail must not be given up for that.
   */
  <T> T look(Look<T> look) throws IOException {
    try {
      return look.at(objects);
    } catch (MissingObjectException mayHaveMoved) {
      repository.getObjectDatabase().close(); // forgets the list of packs; it opens by itself
      return look.at(objects);
    }
  }

  /**
   * The objects for one more thread, which is to be done with them before {@link #look} is called:
   * fresh eyes for one would close the packs of the others.
   *
   * @param recent what those threads unpack, for each other
   */
  EpochObjects anotherView(RecentObjects recent) {
    return view(((ObjectDirectory) repository.getObjectDatabase()).getPacks(), recent);
  }

  private EpochObjects view(Collection<Pack> packs, RecentObjects recent) {
    return new EpochObjects(repository.newObjectReader(), new PackedObjects(packs, recent));
  }

  @Override
  public void close() {
    objects.close();
    repository.close();
  }
}
