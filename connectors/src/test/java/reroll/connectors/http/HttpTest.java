package reroll.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** How the client behaves towards servers that mean well. */
class HttpTest {
  private static final Duration GAP = Duration.ofSeconds(1);

  private final DrivenPace pace = new DrivenPace();
  private final Http http = new Http("reroll/1.0+uuid", pace.of(GAP));
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();

  @BeforeEach
  void startServers() throws Exception {
    server.start();
    other.start();
  }

  @AfterEach
  void stopAll() {
    http.close();
    server.close();
    other.close();
  }

  @Test
  void everyRequestSaysWhoAsksAndTakesGzip() throws Exception {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8("hello");
    }
    server.enqueue(
        new MockResponse.Builder().setHeader("Content-Encoding", "gzip").body(zipped).build());

    assertThat(text(server.url("/a").uri())).isEqualTo("hello");
    var asked = server.takeRequest();
    assertThat(asked.getHeaders().get("User-Agent")).isEqualTo("reroll/1.0+uuid");
    assertThat(asked.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void aGapFollowsEveryRequestToAHostAndNoneToAnother() throws Exception {
    answer(server, "1", "2");
    answer(other, "3");

    text(server.url("/1").uri());
    text(other.url("/3").uri());
    assertThat(pace.slept()).isEmpty();

    pace.forward(Duration.ofMillis(400));
    text(server.url("/2").uri());
    assertThat(pace.slept()).containsExactly(Duration.ofMillis(600));
  }

  @Test
  void aHostIsAskedOneThingAtATime() throws Exception {
    answer(server, "1", "2");
    ExecutorService second = Executors.newSingleThreadExecutor();
    try (Answer first = http.send(Request.get(server.url("/1").uri()))) {
      CountDownLatch began = new CountDownLatch(1);
      Future<String> waiting =
          second.submit(
              () -> {
                began.countDown();
                return text(server.url("/2").uri());
              });
      began.await();
      assertThat(server.getRequestCount()).isEqualTo(1);
      assertThat(first.bytes(10)).hasSize(1);
      assertThat(waiting.get()).isEqualTo("2");
    } finally {
      second.shutdownNow();
    }
  }

  @Test
  void oneWhoWaitsForTheTurnCanBeInterruptedAndTheNextGetsIt() throws Exception {
    answer(server, "1", "2");
    ExecutorService second = Executors.newSingleThreadExecutor();
    try (Answer open = http.send(Request.get(server.url("/1").uri()))) {
      Future<String> waiting = second.submit(() -> text(server.url("/2").uri()));
      second.shutdownNow();

      assertThatThrownBy(() -> waiting.get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
      assertThat(open.status()).isEqualTo(200);
    }
    assertThat(text(server.url("/2").uri())).isEqualTo("2");
  }

  @Test
  void anAnswerThatWasForgottenHoldsAHostForAWhileOnly() throws Exception {
    answer(server, "1", "2");
    Answer forgotten = http.send(Request.get(server.url("/1").uri()));

    pace.forward(Turn.LOST_AFTER.plusSeconds(1));
    assertThat(text(server.url("/2").uri())).isEqualTo("2");

    forgotten.close(); // gives no second turn
    answer(server, "3");
    try (Answer third = http.send(Request.get(server.url("/3").uri()))) {
      assertThat(third.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, 30, '', 30",
    "503, 30, '', 30",
    "503, 'Mon, 02 Mar 2026 20:00:45 GMT', 'Mon, 02 Mar 2026 20:00:00 GMT', 45",
    "429, 999999999, '', 86400"
  })
  void aHostIsLeftAloneForAsLongAsItAsks(int status, String after, String date, int seconds)
      throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Retry-After", after)
            .setHeader("Date", date)
            .build());
    answer(other, "fine");
    URI url = server.url("/").uri();
    try (Answer answer = http.send(Request.get(url))) {
      assertThat(answer.failure().outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(answer.failure().retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    ConnectorException shut = failure(url);
    assertThat(shut.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(shut).hasMessageEndingWith("asked to be left alone for " + seconds + " s more");
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(text(other.url("/").uri())).isEqualTo("fine");

    pace.forward(Duration.ofSeconds(seconds));
    answer(server, "again");
    assertThat(text(url)).isEqualTo("again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mon, 02 Mar 2026 20:00:45 GMT", "-5", "soon", ""})
  void aWaitThatCannotBeToldIsLeftToTheUsualBackOff(String after) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(429)
            .setHeader("Retry-After", after)
            .removeHeader("Date")
            .build());
    answer(server, "again");
    try (Answer answer = http.send(Request.get(server.url("/").uri()))) {
      assertThat(answer.failure().retryAfter()).isEmpty();
    }
    assertThat(text(server.url("/").uri())).isEqualTo("again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><title>Making sure you&#39;re not a bot!</title>",
        "<html><script src=/.within.website/x/cmd/anubis/static/js/main.mjs>",
        "<html><title>Just a moment...</title>"
      })
  void anAntiBotPageIsAnOutage(String page) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html; charset=utf-8")
            .body(page)
            .build());

    ConnectorException failure = failure(server.url("/").uri());
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.retryAfter()).contains(BotWall.REST);
    assertThat(failure).hasMessageEndingWith("shows an anti-bot page in place of its data");
    failure(server.url("/").uri());
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aMailThatSpeaksOfAnAntiBotPageIsAMail() throws Exception {
    answer(server, "Subject: Making sure you're not a bot!");

    assertThat(text(server.url("/").uri())).startsWith("Subject:");
  }

  @Test
  void redirectsAreFollowedAndWhatWasToldInConfidenceStaysBehind() throws Exception {
    redirect(server, "/b");
    redirect(server, other.url("/c").toString());
    answer(other, "there");
    Request request =
        Request.get(server.url("/a").uri())
            .withHeader("Authorization", "Bearer s3cret")
            .withHeader("X-Kind", "k");
    try (Answer answer = http.send(request)) {
      assertThat(answer.url()).isEqualTo(other.url("/c").uri());
    }

    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer s3cret");
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer s3cret");
    var there = other.takeRequest();
    assertThat(there.getHeaders().get("Authorization")).isNull();
    assertThat(there.getHeaders().get("X-Kind")).isEqualTo("k");
  }

  @Test
  void redirectsWithoutEndAreGivenUp() throws Exception {
    for (int i = 0; i < 6; i++) {
      redirect(server, "/again");
    }

    assertThat(failure(server.url("/").uri()))
        .hasMessageEndingWith("sends from one address to the next without end");
    assertThat(server.getRequestCount()).isEqualTo(6);
    answer(server, "the turn was given back");
    text(server.url("/").uri());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user:s3cret@127.0.0.1:9/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "http:///x",
        "http://[bad",
        "mailto:a@b",
        "javascript:alert(1)"
      })
  void aRedirectToSomewhereOddIsNotFollowed(String place) throws Exception {
    redirect(server, place);

    ConnectorException failure = failure(server.url("/").uri());
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.getMessage()).contains("redirects to").doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "400, REJECTED", "401, REJECTED", "403, REJECTED", "404, REJECTED", "410, REJECTED",
    "408, NOT_SENT", "425, NOT_SENT", "429, NOT_SENT", "500, NOT_SENT", "502, NOT_SENT",
    "504, NOT_SENT"
  })
  void aStatusTellsWhetherAskingAgainMayHelp(int status, Outcome outcome) throws Exception {
    for (int i = 0; i < 2; i++) {
      server.enqueue(new MockResponse.Builder().code(status).build());
    }
    try (Answer answer = http.send(Request.get(server.url("/x?token=s3cret").uri()))) {
      assertThat(answer.failure().outcome()).isEqualTo(outcome);
      assertThat(answer.failure())
          .hasMessage(
              "%s:%d answers %d to /x".formatted(server.getHostName(), server.getPort(), status));
    }
  }

  private static void answer(MockWebServer server, String... bodies) {
    for (String body : bodies) {
      server.enqueue(
          new MockResponse.Builder().setHeader("Content-Type", "text/plain").body(body).build());
    }
  }

  private static void redirect(MockWebServer server, String place) {
    server.enqueue(new MockResponse.Builder().code(302).setHeader("Location", place).build());
  }

  private String text(URI url) throws Exception {
    try (Answer answer = http.send(Request.get(url))) {
      return new String(answer.bytes(1000), StandardCharsets.UTF_8);
    }
  }

  private ConnectorException failure(URI url) {
    return catchThrowableOfType(
        ConnectorException.class, () -> http.send(Request.get(url)).close());
  }
}
