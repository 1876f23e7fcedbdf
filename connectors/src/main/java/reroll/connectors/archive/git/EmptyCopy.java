package reroll.connectors.archive.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RepositoryBuilder;

/**
 * A copy that holds nothing so far. Of every object that comes, JGit looks on the disk for another
 * one of that name, which takes a tenth of a first fetch. Used by one thread at a time.
 */
final class EmptyCopy extends FileRepository {
  private final ObjectDirectory objects;

  private EmptyCopy(BaseRepositoryBuilder<?, ?> options) throws IOException {
    super(options);
    File shallow = new File(getCommonDirectory(), Constants.SHALLOW);
    objects =
        new ObjectDirectory(getConfig(), options.getObjectDirectory(), null, getFS(), shallow) {
          @Override
          public boolean has(AnyObjectId object) {
            return false;
          }
        };
  }

  /** Opens one; not for anything but one fetch. */
  static EmptyCopy at(Path folder) throws IOException {
    return new EmptyCopy(new RepositoryBuilder().setGitDir(folder.toFile()).setBare().setup());
  }

  @Override
  public ObjectDirectory getObjectDatabase() {
    return objects;
  }
}
