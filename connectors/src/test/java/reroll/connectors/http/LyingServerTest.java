package reroll.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.net.CuttingProxy;
import reroll.connectors.net.RawServer;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** Servers and lines at their worst: each costs one failure, in clear words, and no more. */
class LyingServerTest {
  @TempDir private Path folder;
  private final DrivenPace pace = new DrivenPace();
  private final Http http = new Http("reroll/1.0+uuid", pace.of(Duration.ZERO));

  @AfterEach
  void closeClient() {
    http.close();
  }

  @Test
  void anAnswerShorterThanItSaysIsNoAnswer() throws Exception {
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 100\n\nshort")) {
      assertThat(bodyFailure(server.url("/"))).hasMessageContaining("broke off");
    }
  }

  @Test
  void anAnswerLongerThanItSaysIsCutWhereItSaid() throws Exception {
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 3\n\nlonger")) {
      try (Answer answer = http.send(Request.get(server.url("/")))) {
        assertThat(answer.bytes(100)).asString(StandardCharsets.UTF_8).isEqualTo("lon");
      }
      try (Answer answer = http.send(Request.get(server.url("/")))) {
        assertThat(answer.status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aGzipThatIsCutOffIsNoAnswer() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("all of it".getBytes(StandardCharsets.UTF_8));
    }
    byte[] head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    try (RawServer server =
        RawServer.telling(
            out -> {
              out.write(head);
              out.write(zipped.toByteArray(), 0, zipped.size() - 4);
            })) {
      assertThat(bodyFailure(server.url("/")).outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @Test
  void aBodyWithoutEndIsTakenUpToTheLimit() throws Exception {
    byte[] block = new byte[64 << 10];
    try (RawServer server =
        RawServer.telling(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write(block);
              }
            })) {
      ConnectorException failure = bodyFailure(server.url("/list?q=s3cret"));
      assertThat(failure).hasMessageEndingWith(" sends more than 1000 bytes for /list");
    }
  }

  @Test
  void aHeadWithoutEndIsRefused() throws Exception {
    byte[] line = ("X-Filler: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try (RawServer server =
        RawServer.telling(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
              for (int i = 0; i < 10_000; i++) {
                out.write(line);
              }
            })) {
      assertThat(failure(Request.get(server.url("/"))).outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @Test
  void whatIsNoHttpIsNoAnswer() throws Exception {
    try (RawServer server = RawServer.saying("SSH-2.0-OpenSSH_9.2\n")) {
      assertThat(failure(Request.get(server.url("/"))).outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @Test
  void aBodyThatOnlyDripsIsGivenUp() throws Exception {
    try (RawServer server =
        RawServer.telling(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write('x');
                pace.forward(Duration.ofSeconds(20));
              }
            })) {
      try (Answer answer = http.send(Request.get(server.url("/")).forLongAnswer());
          InputStream body = answer.body()) {
        assertThatThrownBy(body::readAllBytes)
            .isInstanceOf(IOException.class)
            .hasMessage("the answer comes too slowly");
      }
    }
  }

  @Test
  void aRequestWithAnEffectThatGotNoAnswerMayHaveHappened() throws Exception {
    try (RawServer server = RawServer.saying("")) {
      Request post = Request.post(server.url("/"), "text/plain", new byte[] {1});
      assertThat(failure(post).outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(server.requests()).isEqualTo(1); // never sent again by itself
      assertThat(failure(Request.get(server.url("/"))).outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @Test
  void aHostThatIsNotThereGotNothing() throws Exception {
    URI gone;
    try (CuttingProxy proxy = CuttingProxy.before(1)) {
      gone = proxy.through(URI.create("http://x/"));
    }
    Request post = Request.post(gone, "text/plain", new byte[] {1});

    assertThat(failure(post).outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure(post)).hasMessageEndingWith("cannot be reached: no connection");
    assertThat(failure(Request.get(URI.create("http://nowhere.invalid/"))))
        .hasMessage("nowhere.invalid cannot be reached: no such host");
  }

  @ParameterizedTest
  @CsvSource({"unknown, +0d", "expired, -30d"})
  void aCertificateThatProvesNothingIsNoSafeConnection(String name, String from) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(certificate(folder.resolve(name), from));
      server.start();
      ConnectorException failure = failure(Request.get(server.url("/").uri()));

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure.getMessage()).contains("cannot be reached: no safe connection");
    }
  }

  /** Of localhost, by nobody, for ten days. */
  private static SSLSocketFactory certificate(Path store, String from) throws Exception {
    Process keytool =
        new ProcessBuilder(
                (Path.of(System.getProperty("java.home"), "bin", "keytool")
                        + " -genkeypair -alias a -keyalg EC -dname CN=localhost -validity 10"
                        + " -storepass changeit -startdate "
                        + from
                        + " -keystore "
                        + store)
                    .split(" ", -1))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    char[] password = "changeit".toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(store.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context.getSocketFactory();
  }

  @Test
  void oneWhoWaitsForASilentServerCanBeInterruptedAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService waiting = Executors.newSingleThreadExecutor();
    try (RawServer server =
        RawServer.telling(
            out -> {
              asked.countDown();
              end.await();
            })) {
      Future<Answer> answer = waiting.submit(() -> http.send(Request.get(server.url("/"))));
      asked.await();
      waiting.shutdownNow();

      assertThatThrownBy(() -> answer.get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
    } finally {
      end.countDown();
    }
  }

  private ConnectorException failure(Request request) {
    return catchThrowableOfType(ConnectorException.class, () -> http.send(request).close());
  }

  private ConnectorException bodyFailure(URI url) throws Exception {
    try (Answer answer = http.send(Request.get(url))) {
      return catchThrowableOfType(ConnectorException.class, () -> answer.bytes(1000));
    }
  }
}
