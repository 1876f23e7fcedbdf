package reroll.connectors.archive.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.port.ConnectorException;

/** Writes public-inbox epochs: one commit a mail, the mail in the file {@code m}. */
public final class GitLab implements ArchiveLab {
  private final Path inbox;
  private int epoch;
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");

  public GitLab(Path folder) {
    this.inbox = folder.resolve("inbox");
    DetachedJGit.install();
    startEpoch(0);
  }

  @Override
  public String type() {
    return "git";
  }

  @Override
  public ArchiveSource open() throws ConnectorException {
    return GitArchive.FACTORY.open(new GitArchive.Settings(inbox));
  }

  @Override
  public void deliver(String mail) throws IOException {
    commit("m", mail.getBytes(StandardCharsets.UTF_8));
  }

  Path inbox() {
    return inbox;
  }

  Path repository() {
    return inbox.resolve("git").resolve(epoch + ".git");
  }

  /** What is delivered from now on goes to a new epoch. */
  void startEpoch(int number) {
    epoch = number;
    try (Repository repository = repositoryAt(repository())) {
      repository.create(true);
      RefUpdate head = repository.updateRef(Constants.HEAD, false);
      head.link("refs/heads/master");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a commit whose tree holds one file; {@code d} is a removed mail. */
  ObjectId commit(String file, byte[] content) throws IOException {
    now = now.plusSeconds(60);
    return commit(head(), file, content, new PersonIdent("list", "l@x", now, ZoneOffset.UTC));
  }

  ObjectId commit(Optional<ObjectId> parent, String file, byte[] content, PersonIdent committer)
      throws IOException {
    try (Repository repository = repositoryAt(repository());
        ObjectInserter objects = repository.newObjectInserter()) {
      TreeFormatter tree = new TreeFormatter();
      if (!file.isEmpty()) {
        tree.append(file, FileMode.REGULAR_FILE, objects.insert(Constants.OBJ_BLOB, content));
      }
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(objects.insert(tree));
      parent.ifPresent(commit::setParentId);
      commit.setAuthor(new PersonIdent("Ann", "ann@example.org", now, ZoneOffset.UTC));
      commit.setCommitter(committer);
      commit.setMessage("mail");
      ObjectId id = objects.insert(commit);
      objects.flush();
      moveHead(repository, id);
      return id;
    }
  }

  /** Makes the branch end at {@code commit}, wherever it was. */
  void moveHeadTo(ObjectId commit) throws IOException {
    try (Repository repository = repositoryAt(repository())) {
      moveHead(repository, commit);
    }
  }

  private static void moveHead(Repository repository, ObjectId commit) throws IOException {
    RefUpdate master = repository.updateRef("refs/heads/master");
    master.setNewObjectId(commit);
    master.forceUpdate();
  }

  Optional<ObjectId> head() throws IOException {
    try (Repository repository = repositoryAt(repository())) {
      return Optional.ofNullable(repository.resolve(Constants.HEAD));
    }
  }

  private static Repository repositoryAt(Path folder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }
}
