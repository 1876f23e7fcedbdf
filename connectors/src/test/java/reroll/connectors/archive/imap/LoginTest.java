package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** The ways in, each safe: TLS, STARTTLS, passwords, tokens. */
class LoginTest {
  private static final String USER = "ann@example.org";

  @TempDir private Path folder;

  private TestKey key;
  private ScriptedServer server;

  @BeforeEach
  void makeKey() throws Exception {
    key = TestKey.good(folder);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private ImapSettings plain() throws IOException {
    server = ScriptedServer.plain();
    server.mailbox().add(Mails.numbered(1));
    return TestSettings.anonymous(server.port(), "INBOX");
  }

  private ImapSettings tls(TestKey serverKey, Path trusted) throws Exception {
    server = ScriptedServer.tls(serverKey.context());
    server.mailbox().add(Mails.numbered(1));
    return TestSettings.secured(
        TestSettings.anonymous(server.port(), "INBOX"), "localhost", "tls", trusted);
  }

  private ImapSettings startTls() throws Exception {
    server = ScriptedServer.startTls(key.context());
    server.mailbox().add(Mails.numbered(1));
    return TestSettings.secured(
        TestSettings.anonymous(server.port(), "INBOX"), "localhost", "starttls", key.certificate());
  }

  private List<String> read(ImapSettings settings) throws Exception {
    try (ArchiveSource source = open(settings)) {
      return Walk.through(source).mails();
    }
  }

  private ArchiveSource open(ImapSettings settings) throws ConnectorException {
    return new ImapFactory().open(settings, TestHome.beside(folder.resolve("box")));
  }

  @Test
  void mailIsReadOverTls() throws Exception {
    assertThat(read(tls(key, key.certificate()))).hasSize(1);
  }

  @Test
  void withStartTlsNothingIsSaidInTheClearButTheWordItself() throws Exception {
    ImapSettings settings = TestSettings.withPassword(startTls(), USER, "sesame");

    assertThat(read(settings)).hasSize(1);
    assertThat(server.commands()).startsWith("CAPABILITY", "STARTTLS", "CAPABILITY");
    assertThat(server.commands().get(3)).startsWith("LOGIN");
  }

  @Test
  void aServerWithoutStartTlsGetsNoPassword() throws Exception {
    ImapSettings settings = TestSettings.withPassword(startTls(), USER, "sesame");
    server.withCapabilities("IMAP4rev1");

    assertRejected(settings, "does not offer STARTTLS");
    assertThat(server.count("LOGIN")).isZero();
  }

  @Test
  void whatIsPushedInBehindStartTlsIsThrownAway() throws Exception {
    ImapSettings settings = startTls();
    server.once(
        "STARTTLS",
        (talk, tag, command) -> {
          talk.write("* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n" + tag + " OK go\r\n* BYE evil\r\n");
          talk.answerWithTls();
        });

    assertThat(read(settings)).hasSize(1);
  }

  @Test
  void aCertificateThatHasExpiredIsToldAsThat() throws Exception {
    TestKey expired = TestKey.expired(folder);
    assertRejected(tls(expired, expired.certificate()), "its certificate has expired");
  }

  @Test
  void aCertificateOfAnotherHostIsToldAsThat() throws Exception {
    TestKey another = TestKey.ofAnother(folder);
    assertRejected(tls(another, another.certificate()), "its certificate is for another host");
  }

  @Test
  void aCertificateOfNobodyKnownIsToldAsThat() throws Exception {
    TestKey another = TestKey.ofAnother(folder);
    assertRejected(tls(key, another.certificate()), "signed by nobody that is trusted here");
  }

  @Test
  void aFileThatHoldsNoCertificatesIsToldWhenTheArchiveIsOpened() throws Exception {
    Path junk = Files.writeString(folder.resolve("junk.pem"), "-----BEGIN CERTIFICATE-----\nx\n");
    ImapSettings settings = tls(key, junk);

    assertThatThrownBy(() -> open(settings)).hasMessageContaining(junk.toString());
  }

  private void assertRejected(ImapSettings settings, String words) throws Exception {
    try (ArchiveSource source = open(settings)) {
      assertThatThrownBy(() -> source.readAfter(Cursor.START, 1))
          .isInstanceOfSatisfying(
              ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
          .hasMessageContaining(words);
    }
  }

  @Test
  void aServerThatTakesNoLoginCommandGetsThePasswordInTheOtherWay() throws Exception {
    ImapSettings settings = TestSettings.withPassword(plain(), USER, "sesame");
    server.withCapabilities("IMAP4rev1 LOGINDISABLED AUTH=PLAIN");
    server.once(
        "AUTHENTICATE PLAIN",
        (talk, tag, command) -> {
          talk.say("+ ");
          server.commands().add("PLAIN " + talk.readLine());
          talk.say(tag + " OK welcome");
        });

    assertThat(read(settings)).hasSize(1);
    assertThat(server.count("LOGIN")).isZero();
    assertThat(decoded("PLAIN ")).isEqualTo("\0" + USER + "\0sesame");
  }

  private String decoded(String beginning) {
    String command =
        server.commands().stream().filter(c -> c.startsWith(beginning)).findFirst().orElseThrow();
    return new String(
        Base64.getDecoder().decode(command.substring(beginning.length())), StandardCharsets.UTF_8);
  }

  @Test
  void aTokenOfAProgramIsUsedAndAsksTheProgramAgainWhenItIsRefused() throws Exception {
    Path uses = folder.resolve("uses");
    Path program = program("echo x >>" + uses + "; echo \"token-$1-$(wc -l <" + uses + ")\"");
    ImapSettings settings = TestSettings.withTokenCommand(plain(), USER, program + " a");
    server.withCapabilities("IMAP4rev1 AUTH=XOAUTH2 SASL-IR");
    server.once(
        "AUTHENTICATE XOAUTH2",
        (talk, tag, command) -> talk.say(tag + " NO [AUTHENTICATIONFAILED] expired"));

    assertThat(read(settings)).hasSize(1);
    assertThat(server.count("AUTHENTICATE XOAUTH2")).isEqualTo(2);
    assertThat(decoded("AUTHENTICATE XOAUTH2 "))
        .isEqualTo("user=" + USER + "\1auth=Bearer token-a-1\1\1");
    assertThat(server.commands().toString()).contains(base64("token-a-2"));
  }

  private static String base64(String token) {
    String answer = "user=" + USER + "\1auth=Bearer " + token + "\1\1";
    return Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aProgramThatFailsIsToldWithoutItsOutputAndArguments() throws Exception {
    Path program = program("echo the-secret; echo the-secret >&2; exit 3");
    ImapSettings settings = TestSettings.withTokenCommand(plain(), USER, program + " secret-word");
    try (ArchiveSource source = open(settings)) {
      assertThatThrownBy(source::probe)
          .hasMessage("the token-command " + program + " ended with status 3");
    }
  }

  private Path program(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aRefreshTokenIsChangedForAnAccessTokenThatIsUsedUntilItIsRefused() throws Exception {
    try (MockWebServer web = new MockWebServer()) {
      web.start();
      web.enqueue(token("one", "next-refresh"));
      web.enqueue(token("two", "later-refresh"));
      ImapSettings settings =
          TestSettings.withRefreshToken(plain(), USER, web.url("/token").uri(), "first&refresh");
      server.withCapabilities("IMAP4rev1 AUTH=XOAUTH2 SASL-IR");
      try (ArchiveSource source = open(settings)) {
        source.probe();
        server.say("* BYE"); // the next session may use the same token
        server.once("AUTHENTICATE", (talk, tag, command) -> talk.say(tag + " NO old"));
        assertThatThrownBy(() -> Walk.through(source)).isInstanceOf(ConnectorException.class);

        assertThat(Walk.through(source).mails()).hasSize(1);
      }

      assertThat(body(web.takeRequest()))
          .isEqualTo(
              "grant_type=refresh_token&refresh_token=first%26refresh&client_id=reroll"
                  + "&client_secret=client-secret");
      assertThat(body(web.takeRequest())).contains("refresh_token=next-refresh");
      assertThat(server.commands().stream().filter(c -> c.startsWith("AUTHENTICATE")))
          .containsExactly(
              "AUTHENTICATE XOAUTH2 " + base64("one"),
              "AUTHENTICATE XOAUTH2 " + base64("one"),
              "AUTHENTICATE XOAUTH2 " + base64("two"));
    }
  }

  private static MockResponse token(String access, String refresh) {
    return new MockResponse.Builder()
        .body(
            "{\"scope\":[\"mail\",{\"access_token\":\"no\"}],\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":3600}"
                .formatted(access, refresh))
        .build();
  }

  private static String body(RecordedRequest request) {
    return request.getBody().utf8();
  }

  @Test
  void aRefreshTokenThatIsNoLongerTakenIsToldAsThat() throws Exception {
    try (MockWebServer web = new MockWebServer()) {
      web.start();
      web.enqueue(
          new MockResponse.Builder().code(400).body("{\"error\":\"invalid_grant\"}").build());
      ImapSettings settings =
          TestSettings.withRefreshToken(plain(), USER, web.url("/token").uri(), "the-refresh");
      try (ArchiveSource source = open(settings)) {
        assertThatThrownBy(source::probe)
            .hasMessageContaining("get a new one")
            .hasMessageNotContaining("the-refresh");
      }
    }
  }

  @Test
  void nothingOfWhatIsSaidReachesALogWhateverIsTurnedOn() throws Exception {
    List<String> logged = new ArrayList<>();
    Handler all =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(all);
    root.setLevel(Level.ALL);
    try {
      assertThat(read(TestSettings.withPassword(plain(), USER, "sesame"))).hasSize(1);
    } finally {
      root.removeHandler(all);
      root.setLevel(before);
    }

    assertThat(logged).noneMatch(line -> line.contains("sesame") || line.contains("number 1"));
    assertThat(logged).noneMatch(line -> line.contains("EXAMINE") || line.contains("FETCH"));
  }
}
