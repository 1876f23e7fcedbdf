package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.real.PublicInbox;

/** The program as people call it, on a real public-inbox. */
class OneShotRealIT {
  @TempDir private Path folder;
  private PublicInbox server;

  @BeforeEach
  void aListOnAServer() {
    server = PublicInbox.startedIn(folder);
    server.addList("pond");
    server.deliver("pond", mail("v1", "", 40), mail("v2", " v2", 0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aDigestOfAListOnAServerNeedsNoConfigurationAndSeesWhatCameSince() throws Exception {
    String url = server.url("pond").toString();

    assertThat(reroll("digest", "--url", url, "--since", "1d"))
        .contains("[v2] frog: jump", "1 patch")
        .doesNotContain("can't", "Exception");

    server.deliver("pond", mail("v3", " v3", 0));
    assertThat(reroll("digest", "--url", url, "--since", "1d")).contains("v2 -> v3");
    assertThat(folder.resolve("cache/reroll/installation")).exists();
  }

  @Test
  void aServerThatIsAwayIsOneSentence() throws Exception {
    server.stopHttp();

    assertThat(reroll("digest", "--url", server.url("pond").toString(), "--since", "1d"))
        .startsWith("reroll: 127.0.0.1:" + server.httpPort() + " cannot be reached: no connection")
        .hasLineCount(1);
  }

  @Test
  void aListThatTheServerDoesNotHaveIsOneSentence() throws Exception {
    assertThat(reroll("digest", "--url", server.url("lake").toString(), "--since", "1d"))
        .startsWith("reroll: ")
        .hasLineCount(1);
  }

  @Test
  void aBotInAPipeAnswersWhenTheServerIsReadAndCheckSaysHowFar() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("reroll.yaml"),
            """
            state: state
            lookup: %1$s
            lists:
              pond:
                archive: {type: git, url: "%1$s"}
              pond-by-pages:
                archive: {type: web, url: "%1$s"}
              pond-by-mail:
                archive:
                  {type: imap, host: 127.0.0.1, port: %2$d, security: none, mailbox: org.example.lists.pond}
            """
                .formatted(server.url("pond"), server.imapPort()));

    assertThat(run("!digest pond-by-mail 2d\n!status\n", "run", "--config", config.toString()))
        .contains("frog: jump", "pond-by-pages", "read to the end just now")
        .doesNotContain("Failing");
    assertThat(reroll("check", "--config", config.toString()))
        .contains("pond: can be read", "pond-by-pages: can be read", "pond-by-mail: can be read")
        .contains("mails read, the newest from");
  }

  private static String mail(String id, String version, int daysAgo) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().minusSeconds(60 + daysAgo * 86_400L).atOffset(ZoneOffset.UTC));
    return """
        Received: from mx.example by lists.example; %4$s
        From: Ann <ann@example.org>
        To: pond@lists.example.org
        Subject: [PATCH%2$s] frog: jump
        Message-ID: <%1$s@example.org>
        Date: %3$s

        Why.
        ---
         frog.c | 1 +

        diff --git a/frog.c b/frog.c
        --- a/frog.c
        +++ b/frog.c
        @@ -1,1 +1,2 @@
         context
        +jump
        """
        .formatted(id, version, date, date);
  }

  private String reroll(String... arguments) throws Exception {
    return run("", arguments);
  }

  /** What the program prints, on both streams. */
  private String run(String input, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "reroll.jar").toAbsolutePath().toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(Files.writeString(folder.resolve("in"), input).toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
    return Files.readString(folder.resolve("out"));
  }
}
