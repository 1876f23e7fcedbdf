package reroll.connectors.archive.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.http.Http;
import reroll.connectors.port.ConnectorException;

/**
 * A copy of one epoch in a folder. A fetch that fails leaves what was there before; its pack counts
 * only once it is whole. Used by one thread at a time.
 */
final class EpochCopy {
  private static final Logger log = LoggerFactory.getLogger(EpochCopy.class);

  private static final RefSpec ALL_BRANCHES = new RefSpec("+refs/heads/*:refs/heads/*");

  private static final String FINGERPRINT = "reroll-fingerprint";

  private final Path folder;
  private final Http http;

  EpochCopy(Path folder, Http http) {
    this.folder = folder;
    this.http = http;
  }

  /** Makes an empty repository. */
  static EpochCopy create(Path folder, Http http) throws IOException {
    try (Repository repository = repositoryAt(folder)) {
      repository.create(true);
    }
    return new EpochCopy(folder, http);
  }

  Path folder() {
    return folder;
  }

  /** What the server said of the epoch before the last fetch; empty where that did not end well. */
  Optional<String> fingerprint() throws IOException {
    try {
      return Optional.of(Files.readString(folder.resolve(FINGERPRINT), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  void remember(String fingerprint) throws IOException {
    Files.writeString(folder.resolve(FINGERPRINT), fingerprint, StandardCharsets.UTF_8);
  }

  /**
   * Fetches what is new in all branches.
   *
   * @param depth what to say of the depth, if anything
   */
  void fetch(URI from, Consumer<Transport> depth)
      throws IOException, ConnectorException, InterruptedException {
    CopyPacks packs = new CopyPacks(folder);
    try (Repository repository = packs.isEmpty() ? EmptyCopy.at(folder) : repositoryAt(folder);
        WebConnections web = new WebConnections(http);
        Transport transport = Transport.open(repository, new URIish(from.toString()))) {
      tidyOnlyWhenAsked(repository.getConfig());
      ((TransportHttp) transport).setHttpConnectionFactory(web);
      transport.setTagOpt(TagOpt.NO_TAGS);
      depth.accept(transport);
      FetchResult result = transport.fetch(NullProgressMonitor.INSTANCE, List.of(ALL_BRANCHES));
      settle(repository, result);
    } catch (TransportException | NotSupportedException | RuntimeException e) {
      throw translated(from, e);
    } catch (URISyntaxException e) {
      throw ConnectorException.notSent(from + " is no address for git", e);
    }
  }

  /** JGit would look for work on a thread of its own, while the folder may be moved. */
  private static void tidyOnlyWhenAsked(Config config) {
    config.setInt("gc", null, "auto", 0);
    config.setBoolean("gc", null, "autodetach", false);
  }

  private static ConnectorException translated(URI from, Exception e) throws InterruptedException {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof InterruptedIOException && Thread.interrupted()) {
        throw new InterruptedException("the reader is to stop");
      }
    }
    return WebFailure.in(e)
        .orElseGet(
            () ->
                ConnectorException.notSent(
                    from.getHost() + " gave no mail at " + from.getRawPath() + ": " + reason(e),
                    e));
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void settle(Repository repository, FetchResult result) throws IOException {
    boolean rewritten = false;
    for (TrackingRefUpdate update : result.getTrackingRefUpdates()) {
      switch (update.getResult()) {
        case NEW, FAST_FORWARD, NO_CHANGE -> log.debug("{}: {}", folder, update);
        case FORCED -> rewritten |= !keptWhereItWas(repository, update);
        default ->
            throw new IOException(
                folder + ": " + update.getLocalName() + " could not be moved: " + update);
      }
    }
    if (repository.exactRef(Constants.HEAD).getObjectId() == null) {
      linkHead(repository, result);
    }
    tidy(repository, rewritten);
  }

  /** A mirror may be behind the place asked before; nothing is forgotten for that. */
  private static boolean keptWhereItWas(Repository repository, TrackingRefUpdate update)
      throws IOException {
    ObjectId old = update.getOldObjectId();
    try (RevWalk walk = new RevWalk(repository)) {
      if (!walk.isMergedInto(walk.parseCommit(update.getNewObjectId()), walk.parseCommit(old))) {
        return false;
      }
    }
    RefUpdate back = repository.updateRef(update.getLocalName());
    back.setNewObjectId(old);
    back.setForceUpdate(true);
    back.update();
    return true;
  }

  /** HEAD names the branch that holds the mail, whatever that one is called over there. */
  private static void linkHead(Repository repository, FetchResult result) throws IOException {
    Ref head = result.getAdvertisedRef(Constants.HEAD);
    for (TrackingRefUpdate update : result.getTrackingRefUpdates()) {
      boolean named = head != null && update.getNewObjectId().equals(head.getObjectId());
      if (named || result.getTrackingRefUpdates().size() == 1) {
        repository.updateRef(Constants.HEAD, false).link(update.getLocalName());
        return;
      }
    }
  }

  private void tidy(Repository repository, boolean rewritten) throws IOException {
    try {
      CopyPacks packs = new CopyPacks(folder);
      if (rewritten) {
        packs.forgetWhatWasRewritten(repository);
      } else {
        packs.joinIfMany(repository);
      }
    } catch (GitAPIException | JGitInternalException e) {
      log.warn("{}: could not be tidied up; it takes more room than it needs", folder, e);
    }
  }

  private static Repository repositoryAt(Path folder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }
}
