package reroll.connectors.archive.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
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
import reroll.connectors.archive.TestHome;
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
    return GitArchive.FACTORY.open(new GitArchive.Settings(inbox), TestHome.beside(inbox));
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

  /** What is delivered from now on goes to an epoch that there is. */
  void goToEpoch(int number) {
    epoch = number;
  }

  /** Adds a commit whose tree holds one file; {@code d} is a removed mail. */
  ObjectId commit(String file, byte[] content) throws IOException {
    now = now.plusSeconds(60);
    return commit(head(), file, content, new PersonIdent("list", "l@x", now, ZoneOffset.UTC));
  }

  /** Adds a mail that says it arrived at another time than it did. */
  ObjectId commitDated(String mail, Instant arrived) throws IOException {
    PersonIdent list = new PersonIdent("list", "l@x", arrived, ZoneOffset.UTC);
    return commit(head(), "m", mail.getBytes(StandardCharsets.UTF_8), list);
  }

  ObjectId commit(Optional<ObjectId> parent, String file, byte[] content, PersonIdent committer)
      throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(file.isEmpty() ? tree() : tree(file, insert(Constants.OBJ_BLOB, content)));
    parent.ifPresent(commit::setParentId);
    commit.setAuthor(new PersonIdent("Ann", "ann@example.org", now, ZoneOffset.UTC));
    commit.setCommitter(committer);
    commit.setMessage("mail");
    return head(insert(Constants.OBJ_COMMIT, commit.build()));
  }

  /** Adds mails on top of {@code base}; the history that was there is left behind. */
  List<ObjectId> rewrite(Optional<ObjectId> base, List<String> mails) throws IOException {
    List<ObjectId> commits = new ArrayList<>();
    Optional<ObjectId> parent = base;
    for (String mail : mails) {
      now = now.plusSeconds(60);
      PersonIdent list = new PersonIdent("list", "l@x", now, ZoneOffset.UTC);
      parent = Optional.of(commit(parent, "m", mail.getBytes(StandardCharsets.UTF_8), list));
      commits.add(parent.get());
    }
    return commits;
  }

  private ObjectId tree() throws IOException {
    return insert(Constants.OBJ_TREE, new byte[0]);
  }

  ObjectId tree(String file, ObjectId blob) throws IOException {
    TreeFormatter tree = new TreeFormatter();
    tree.append(file, FileMode.REGULAR_FILE, blob);
    return insert(Constants.OBJ_TREE, tree.toByteArray());
  }

  /** Stores an object as it is, whether it makes sense or not. */
  ObjectId insert(int type, byte[] content) throws IOException {
    try (Repository repository = repositoryAt(repository());
        ObjectInserter objects = repository.newObjectInserter()) {
      ObjectId id = objects.insert(type, content);
      objects.flush();
      return id;
    }
  }

  /** The file of an object that is in no pack. */
  Path loose(ObjectId object) {
    String name = object.name();
    return repository().resolve("objects").resolve(name.substring(0, 2)).resolve(name.substring(2));
  }

  /** Puts all objects into one pack, as git does by itself now and then. */
  void pack() throws Exception {
    try (Repository repository = repositoryAt(repository());
        Git git = new Git(repository)) {
      git.gc().call();
    }
  }

  /** Makes the branch end at {@code commit}, wherever it was and whatever that is. */
  ObjectId head(ObjectId commit) throws IOException {
    Path branch = repository().resolve("refs/heads/master");
    Path written = Files.writeString(branch.resolveSibling("master.lock"), commit.name() + "\n");
    Files.move(written, branch, StandardCopyOption.ATOMIC_MOVE);
    return commit;
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
