package reroll.connectors.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.http.Request;

/** That the tests' public-inbox does what tests need of it. */
class PublicInboxRealIT {
  private static final String MAIL =
      """
      From: Ann <ann@example.org>
      To: bots@lists.example.org
      Subject: [PATCH] one
      Message-ID: <1@example.org>
      Date: Mon, 2 Mar 2026 10:00:00 +0000

      From here on it is the body.
      """;

  @TempDir private Path folder;

  @Test
  void aDeliveredMailIsServedAtOnceAndAfterARestart() throws Exception {
    try (PublicInbox inbox = PublicInbox.startedIn(folder);
        Http http = new Http("reroll/test", Pace.of(Duration.ZERO, Clock.systemUTC()))) {
      inbox.addList("bots");
      inbox.deliver("bots", MAIL);
      URI raw = inbox.url("bots").resolve("1@example.org/raw");

      assertThat(text(http, raw)).contains(">From here on it is the body.");

      inbox.stopHttp();
      inbox.startHttp();
      assertThat(text(http, raw)).contains("Subject: [PATCH] one");
    }
  }

  private static String text(Http http, URI url) throws Exception {
    try (Answer answer = http.send(Request.get(url))) {
      return new String(answer.bytes(100_000), StandardCharsets.UTF_8);
    }
  }
}
