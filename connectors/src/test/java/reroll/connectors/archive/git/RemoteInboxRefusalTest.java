package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** An inbox on a server that refuses, lies or lags, and addresses that can be none. */
class RemoteInboxRefusalTest extends AtRemoteInbox {
  @Test
  void probingAsksForTheManifestOnlyAndCopiesNothing() throws Exception {
    deliver("a");
    try (ArchiveSource source = lab.open()) {
      source.probe();
    }
    assertThat(lab.takeRequests()).containsExactly("GET /list/manifest.js.gz");
    assertThat(lab.copies()).doesNotExist();
  }

  @Test
  void anInboxWithoutGitIsRefusedWithWhatToTry() throws Exception {
    try (ArchiveSource source = open(lab.url().resolve("/other/"))) {
      ConnectorException failure = catchThrowableOfType(ConnectorException.class, source::probe);
      assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(failure)
          .hasMessageEndingWith(
              "/other/ offers no git (it has no manifest.js.gz); check the address, or read it"
                  + " with type: web");
    }
  }

  @Test
  void whatIsNoManifestIsAnOutage() throws Exception {
    byte[] whole = RemoteLab.gzip("{\"/list/git/0.git\":{\"fingerprint\":\"1\"}}");
    List<byte[]> lies =
        List.of(
            "<html>".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            Arrays.copyOf(whole, whole.length - 9),
            RemoteLab.gzip("[]"),
            RemoteLab.gzip("{\"/list/git/0.git\":{\"fingerp"),
            RemoteLab.gzip("[".repeat(100_000)),
            RemoteLab.gzip("{\"/a/git/0.git\":{},\"/b/git/0.git\":{}}"),
            new byte[2 << 20]);
    try (ArchiveSource source = lab.open()) {
      for (byte[] lie : lies) {
        lab.answerOnce("manifest.js.gz", 200, "application/gzip", lie);
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, source::probe);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.js.gz", "info/refs", "git-upload-pack"})
  void anAntiBotPageOrAnErrorInPlaceOfGitIsAnOutage(String path) throws Exception {
    deliver("a");
    try (ArchiveSource source = lab.open()) {
      lab.answerOnce(path, 500, "text/plain", "oops");
      assertThat(catchThrowableOfType(ConnectorException.class, () -> Walk.through(source)))
          .hasMessageContaining(" answers 500 to /list/");
      lab.answerOnce(path, 200, "text/html", "<p>be right back");
      assertThat(catchThrowableOfType(ConnectorException.class, () -> Walk.through(source)))
          .isNotNull();
      assertThat(Walk.through(source).mails()).containsExactly("a");
    }
    try (ArchiveSource source = lab.open()) {
      deliver("b");
      lab.answerOnce(path, 200, "text/html", "<title>Making sure you&#39;re not a bot!</title>");
      assertThat(catchThrowableOfType(ConnectorException.class, () -> Walk.through(source)))
          .hasMessageEndingWith("shows an anti-bot page in place of its data");
    }
  }

  @Test
  void aMirrorThatIsBehindTakesNothingBack() throws Exception {
    deliver("a", "b");
    RemoteLab behind = new RemoteLab(folder.resolve("behind"));
    try (behind) {
      behind.deliver("a");
      String places = behind.url().toString();
      GitArchive.Settings settings =
          new GitArchive.Settings(Optional.empty(), Optional.of(lab.url()), Optional.of(places));
      try (ArchiveSource source = GitArchive.FACTORY.open(settings, lab.home(Optional.empty()))) {
        Cursor end = Walk.through(source).end();
        lab.answerOnce("manifest.js.gz", 503, "text/plain", "busy");

        assertThat(Walk.from(end, source).mails()).isEmpty();
        assertThat(behind.takeRequests()).contains("GET /list/manifest.js.gz");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x/kvm/",
        "http:///",
        "https://u:p@x/kvm/",
        "https://x/?q=1",
        "https://x/#f"
      })
  void anAddressThatCanBeNoneOfAnInboxIsRefused(String url) {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class, () -> new GitArchive.Settings(URI.create(url))))
        .hasMessage("the address of an inbox looks like https://lore.kernel.org/kvm/");
  }

  @Test
  void anArchiveHasAPathOrAUrlAndNotBoth() {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () ->
                    new GitArchive.Settings(Optional.empty(), Optional.empty(), Optional.empty())))
        .hasMessage("an archive in git has either a path or a url; write one of them");
  }

  private ArchiveSource open(URI url) throws ConnectorException {
    return GitArchive.FACTORY.open(new GitArchive.Settings(url), lab.home(Optional.empty()));
  }

  private String deliver(String... mails) throws IOException {
    for (String mail : mails) {
      lab.deliver(mail);
    }
    return mails[mails.length - 1];
  }
}
