package reroll.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.port.ConnectorException;

/** Which failures hand over to the next place. */
class MirrorsTest {
  private final Http http = new Http("reroll/test", Pace.of(Duration.ZERO, Clock.systemUTC()));
  private final MockWebServer first = new MockWebServer();
  private final MockWebServer second = new MockWebServer();
  private Mirrors mirrors;

  @BeforeEach
  void startServers() throws Exception {
    first.start();
    second.start();
    mirrors = new Mirrors(List.of(first.url("/").uri(), second.url("/").uri()));
  }

  @AfterEach
  void stopAll() {
    http.close();
    first.close();
    second.close();
  }

  private int ask(URI place) throws ConnectorException, InterruptedException {
    try (Answer answer = http.send(Request.get(place))) {
      if (!answer.isOk()) {
        throw answer.failure();
      }
      return place.getPort();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void aServersFaultHandsOverAndTheGoodPlaceIsAskedFirstFromThenOn(int status) throws Exception {
    answer(first, status);
    answer(second, 200, 200);

    assertThat(mirrors.ask(this::ask)).isEqualTo(second.getPort());
    assertThat(mirrors.ask(this::ask)).isEqualTo(second.getPort());
    assertThat(first.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 429})
  void aRefusalCounts(int status) {
    answer(first, status);

    assertThat(catchThrowableOfType(ConnectorException.class, () -> mirrors.ask(this::ask)))
        .hasMessageContaining(" answers " + status);
    assertThat(second.getRequestCount()).isZero();
  }

  @Test
  void aPlaceThatIsNotThereHandsOver() throws Exception {
    first.close();
    answer(second, 200);

    assertThat(mirrors.ask(this::ask)).isEqualTo(second.getPort());
  }

  @Test
  void whereNoneHelpsTheFailureOfTheFirstIsTold() {
    answer(first, 500);
    answer(second, 502);

    assertThat(catchThrowableOfType(ConnectorException.class, () -> mirrors.ask(this::ask)))
        .hasMessageContaining(" answers 500");
  }

  private static void answer(MockWebServer server, int... statuses) {
    for (int status : statuses) {
      server.enqueue(new MockResponse.Builder().code(status).build());
    }
  }
}
