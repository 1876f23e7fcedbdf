package reroll.bot.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Monitor monitor;

  @BeforeEach
  void open() throws IOException {
    monitor = Monitor.open("127.0.0.1", 0, "1.2.3");
  }

  @AfterEach
  void close() {
    monitor.close();
  }

  @Test
  void aBotThatTakesUpItsStateLivesButIsNotReadyAndHasNoFigures() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).isEqualTo("The bot starts: it takes up its state.\n");
    assertThat(get("/metrics").statusCode()).isEqualTo(503);
  }

  @Test
  void aBotAtWorkIsReadyAndTellsItsFigures() throws Exception {
    monitor.watch(() -> Figures.good());
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    assertThat(get("/metrics").body())
        .contains(
            "reroll_build{version=\"1.2.3\"} 1.0",
            "reroll_list_lag_seconds{list=\"pond\"} 60.0",
            "reroll_list_mails_total{list=\"pond\"} 1234.0",
            "reroll_posts_oldest_age_seconds{chat=\"work\"} 7.0",
            "reroll_command_seconds_count{command=\"digest\"} 4",
            "reroll_command_seconds_sum{command=\"digest\"} 0.5",
            "reroll_snapshot_age_seconds 300.0",
            "jvm_memory_used_bytes",
            "process_uptime_seconds");
  }

  @Test
  void figuresAreThoseOfTheMomentInWhichTheyAreAsked() throws Exception {
    Figures figures = new Figures();
    monitor.watch(figures);
    assertThat(get("/metrics").body()).contains("reroll_follows 5.0");
    figures.follows = 6;
    assertThat(get("/metrics").body()).contains("reroll_follows 6.0");
  }

  @Test
  void aListThatNobodyLookedAtAndAChatInTroubleAreNamed() throws Exception {
    monitor.watch(() -> Figures.bad());
    HttpResponse<String> answer = get("/readyz");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo("pond: not looked at so far.\nwork: nobody opens the door\n");
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void aBotWhoseStateThreadFailsIsNotWell() throws Exception {
    monitor.watch(
        () -> {
          throw new IOException("no answer");
        });
    assertThat(get("/healthz").statusCode()).isEqualTo(503);
    assertThat(get("/metrics").statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthzz", "/metrics/secret", "/%2e%2e/reroll.yaml"})
  void nothingElseIsTold(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whoConnectsAndSaysNothingKeepsNobodyFromAnAnswer() throws Exception {
    monitor.watch(() -> Figures.good());
    try (Socket one = silent();
        Socket two = silent();
        Socket three = silent();
        Socket four = silent();
        Socket five = silent()) {
      assertThat(List.of(one, two, three, four, five)).allMatch(Socket::isConnected);
      assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }
  }

  private Socket silent() throws IOException {
    Socket socket = new Socket(monitor.address().getAddress(), monitor.address().getPort());
    socket
        .getOutputStream()
        .write("GET /healthz HTTP/1.1\r\nHost:".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void aPortThatIsTakenIsOneSentenceThatSaysWhatToWrite() {
    int port = monitor.address().getPort();
    assertThatThrownBy(() -> Monitor.open("127.0.0.1", port, "1"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the monitor cannot listen on 127.0.0.1:" + port + " (")
        .hasMessageEndingWith("); write another behind monitor.port");
  }

  @Test
  void aMachineThatNobodyKnowsIsOneSentence() {
    assertThatThrownBy(() -> Monitor.open("nowhere.invalid", 0, "1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no machine is called nowhere.invalid");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + monitor.address().getPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
