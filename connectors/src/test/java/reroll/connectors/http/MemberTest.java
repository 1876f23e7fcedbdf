package reroll.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** How the client behaves towards a server at which Reroll has an account. */
class MemberTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final DrivenPace pace = new DrivenPace();
  private final Http http = new Http("reroll/1.0+uuid", pace.of(Duration.ofSeconds(1)));
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void startServer() throws Exception {
    server.start();
  }

  @AfterEach
  void stopAll() {
    http.close();
    server.close();
  }

  @Test
  void manyRequestsAreOnTheirWayAtOnceWithoutAGap() throws Exception {
    for (int i = 0; i < 20; i++) {
      server.enqueue(new MockResponse.Builder().body("x").build());
    }
    Answer[] open = new Answer[20];
    for (int i = 0; i < open.length; i++) {
      open[i] = http.send(get("/" + i));
    }

    assertThat(server.getRequestCount()).isEqualTo(20);
    assertThat(pace.slept()).isEmpty();
    for (Answer answer : open) {
      answer.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503, 413, 404, 401})
  void aRefusalIsAnAnswerAndKeepsNobodyAway(int status) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Retry-After", "30")
            .body("{\"errcode\":\"M_NO\"}")
            .build());
    server.enqueue(new MockResponse.Builder().body("fine").build());

    try (Answer answer = http.send(get("/a"))) {
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.retryAfter()).contains(Duration.ofSeconds(30));
      assertThat(answer.bytes(100)).asString().contains("M_NO");
    }
    try (Answer answer = http.send(get("/b"))) {
      assertThat(answer.bytes(100)).asString().isEqualTo("fine");
    }
  }

  @Test
  void aRedirectIsAnAnswerSoThatNoSecretGoesAlong() throws Exception {
    server.enqueue(new MockResponse.Builder().code(302).setHeader("Location", "/other").build());

    try (Answer answer = http.send(get("/a").withHeader("Authorization", "Bearer s3cret"))) {
      assertThat(answer.status()).isEqualTo(302);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void thingsArePutAndDeleted() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    server.enqueue(new MockResponse.Builder().build());

    http.send(Request.put(url("/p"), "application/json", BODY).asMember(LIMIT)).close();
    http.send(Request.delete(url("/d")).asMember(LIMIT)).close();

    var put = server.takeRequest();
    assertThat(put.getMethod()).isEqualTo("PUT");
    assertThat(put.getBody().utf8()).isEqualTo("{}");
    assertThat(server.takeRequest().getMethod()).isEqualTo("DELETE");
  }

  @Test
  void aServerMayBeSilentForAsLongAsTheRequestAllows() throws Exception {
    server.enqueue(
        new MockResponse.Builder().headersDelay(400, TimeUnit.MILLISECONDS).body("late").build());

    try (Answer answer = http.send(get("/poll"))) {
      assertThat(answer.bytes(100)).asString().isEqualTo("late");
    }
  }

  @Test
  void aPutWithoutAnAnswerInTimeMayHaveHappened() {
    server.enqueue(new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).build());
    Request put = Request.put(url("/p"), "application/json", BODY).asMember(Duration.ofMillis(300));

    assertThat(failure(put).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aPutWhoseAnswerBreaksOffHasHappened() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    try (Answer answer =
        http.send(Request.put(url("/p"), "application/json", BODY).asMember(LIMIT))) {
      assertThat(
              catchThrowableOfType(ConnectorException.class, () -> answer.bytes(200_000)).outcome())
          .isEqualTo(Outcome.UNKNOWN);
    }
  }

  private URI url(String path) {
    return server.url(path).uri();
  }

  private Request get(String path) {
    return Request.get(url(path)).asMember(LIMIT);
  }

  private ConnectorException failure(Request request) {
    return catchThrowableOfType(ConnectorException.class, () -> http.send(request).close());
  }
}
