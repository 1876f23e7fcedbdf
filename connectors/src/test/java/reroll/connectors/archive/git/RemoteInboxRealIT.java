package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.net.CuttingProxy;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;
import reroll.connectors.real.PublicInbox;

/** The same against the real public-inbox-httpd. */
class RemoteInboxRealIT {
  @TempDir private Path folder;
  private PublicInbox server;

  @BeforeEach
  void startServer() {
    server = PublicInbox.startedIn(folder);
    server.addList("bots");
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void mailIsReadOnceThroughBurstRemovalPurgeAndANewEpoch() throws Exception {
    try (ArchiveSource source = open(server.url("bots"), Optional.empty())) {
      List<String> seen = new ArrayList<>();
      Cursor at = read(source, Cursor.START, seen);
      server.deliver("bots", mail(1), mail(2), mail(3));
      at = read(source, at, seen);
      assertThat(seen).containsExactly("1", "2", "3");

      server.deliver("bots", mails(4, 303));
      at = read(source, at, seen);
      assertThat(seen).isEqualTo(numbers(1, 303));

      server.remove(mail(2));
      server.purge("bots", mail(300));
      server.deliver("bots", mail(304));
      at = read(source, at, seen);
      assertThat(seen).isEqualTo(numbers(1, 304));

      startEpoch(1);
      server.deliver("bots", mail(305), mail(306));
      at = read(source, at, seen);
      assertThat(seen).isEqualTo(numbers(1, 306));
      assertThat(source.readAfter(at, 10).entries()).isEmpty();
    }
  }

  @Test
  void aShallowFirstReadingGoesOnWithoutAGap() throws Exception {
    server.deliver("bots", mails(1, 400));
    Optional<Instant> start = Optional.of(Instant.parse("2026-03-02T10:00:00Z").plusSeconds(390));
    List<String> seen = new ArrayList<>();
    Cursor at;
    try (ArchiveSource source = open(server.url("bots"), start)) {
      at = read(source, Cursor.START, seen);
    }
    assertThat(seen).isEqualTo(numbers(401 - seen.size(), 400)).hasSizeBetween(11, 150);

    server.deliver("bots", mails(401, 600));
    seen.clear();
    try (ArchiveSource source = open(server.url("bots"), start)) {
      read(source, at, seen);
    }
    assertThat(seen).isEqualTo(numbers(401, 600));
  }

  @Test
  void aServerThatStopsAndALineThatIsCutCostARepeat() throws Exception {
    server.deliver("bots", mails(1, 200));
    try (CuttingProxy proxy = CuttingProxy.before(server.httpPort());
        ArchiveSource source = open(proxy.through(server.url("bots")), Optional.empty())) {
      proxy.cutAfter(20_000);
      assertFails(source, Cursor.START);
      server.stopHttp();
      assertFails(source, Cursor.START);
      server.startHttp();
      List<String> seen = new ArrayList<>();
      Cursor at = read(source, Cursor.START, seen);
      assertThat(seen).isEqualTo(numbers(1, 200));

      server.deliver("bots", mails(201, 400));
      proxy.cutAfter(20_000);
      assertFails(source, at);
      proxy.refuse();
      assertFails(source, at);
      proxy.allow();
      read(source, at, seen);
      assertThat(seen).isEqualTo(numbers(1, 400));
    }
  }

  @Test
  void aListThatIsNotThereIsRefused() throws Exception {
    try (ArchiveSource source = open(server.url("nothing"), Optional.empty())) {
      assertThat(catchThrowableOfType(ConnectorException.class, source::probe).outcome())
          .isEqualTo(Outcome.REJECTED);
    }
  }

  private static void assertFails(ArchiveSource source, Cursor at) {
    ConnectorException failure =
        catchThrowableOfType(ConnectorException.class, () -> source.readAfter(at, 10));
    assertThat(failure).isNotNull();
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  /** As public-inbox does after 1 GB. */
  private void startEpoch(int number) throws Exception {
    Path inbox = server.inboxOf("bots");
    Path folder = inbox.resolve("git").resolve(number + ".git");
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build()) {
      repository.create(true);
    }
    Files.writeString(
        inbox.resolve("all.git/objects/info/alternates"),
        "../../git/" + number + ".git/objects\n",
        StandardOpenOption.APPEND);
  }

  private ArchiveSource open(URI url, Optional<Instant> start) throws ConnectorException {
    Clock clock = Clock.systemUTC();
    return GitArchive.FACTORY.open(
        new GitArchive.Settings(url),
        new ArchiveHome(
            folder.resolve("copies"),
            start,
            new Http("reroll/test", Pace.of(Duration.ZERO, clock)),
            clock));
  }

  private static Cursor read(ArchiveSource source, Cursor from, List<String> seen)
      throws Exception {
    Walk walk = Walk.from(from, source);
    for (String mail : walk.mails()) {
      seen.add(mail.replaceFirst("(?s).*Message-ID: <(\\d+)@.*", "$1"));
    }
    return walk.end();
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  private static String[] mails(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(RemoteInboxRealIT::mail).toArray(String[]::new);
  }

  private static String mail(int number) {
    return """
        Received: from a by b; Mon, 2 Mar 2026 10:%02d:%02d +0000
        From: Ann <ann@example.org>
        To: bots@lists.example.org
        Subject: [PATCH] number %d
        Message-ID: <%d@example.org>
        Date: Mon, 2 Mar 2026 10:00:00 +0000

        The body of number %d.
        """
        .formatted(number / 60, number % 60, number, number, number);
  }
}
