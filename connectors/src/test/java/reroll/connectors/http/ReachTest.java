package reroll.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/**
 * Nobody on the public network makes the bot ask a machine within the operator's own. In these
 * tests 127.0.0.1 stands for the public network, and 127.0.0.2 for the operator's.
 */
class ReachTest {
  private static final InetAddress OUTER = loopback(1);
  private static final InetAddress INNER = loopback(2);

  private static final Dns NAMES =
      host ->
          switch (host) {
            case "lore.example" -> List.of(OUTER);
            case "inner.example" -> List.of(INNER);
            case "both.example" -> List.of(INNER, OUTER);
            default -> Dns.SYSTEM.lookup(host);
          };

  private final DrivenPace pace = new DrivenPace();
  private final Http http =
      new Http(
          "reroll/1.0+uuid",
          pace.of(Duration.ZERO),
          new Reach(NAMES, address -> address.getHostAddress().equals("127.0.0.1")));
  private final MockWebServer outer = new MockWebServer();
  private final MockWebServer inner = new MockWebServer();

  private static InetAddress loopback(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws Exception {
    outer.start(OUTER, 0);
    inner.start(INNER, 0);
    inner.enqueue(new MockResponse.Builder().body("the crown jewels").build());
  }

  @AfterEach
  void stop() {
    http.close();
    outer.close();
    inner.close();
  }

  private static URI at(String host, MockWebServer server) {
    return URI.create("http://" + host + ":" + server.getPort() + "/x");
  }

  private void redirect(MockWebServer from, URI to) {
    from.enqueue(new MockResponse.Builder().code(302).setHeader("Location", to.toString()).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.2", "inner.example", "2130706434", "both.example"})
  void aPublicServerCannotSendTheBotInside(String host) {
    redirect(outer, at(host, inner));

    assertThatThrownBy(() -> http.send(Request.get(at("lore.example", outer))).close())
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
        .hasMessageEndingWith("redirects to where I do not go");
    assertThat(inner.getRequestCount()).isZero();
  }

  @Test
  void norByAnotherPublicServerInBetween() {
    redirect(outer, at("127.0.0.1", outer));
    redirect(outer, at("inner.example", inner));

    assertThatThrownBy(() -> http.send(Request.get(at("lore.example", outer))).close())
        .hasMessageEndingWith("redirects to where I do not go");
    assertThat(inner.getRequestCount()).isZero();
  }

  @Test
  void aServerOfTheOperatorsOwnMayLeadWithinTheirNetwork() throws Exception {
    redirect(inner, at("127.0.0.2", inner));
    inner.enqueue(new MockResponse.Builder().body("again").build());
    http.send(Request.get(at("inner.example", inner))).close(); // takes the one from the start

    try (Answer answer = http.send(Request.get(at("inner.example", inner)))) {
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  /** The name led outside when it was looked at, and inside when it was connected to. */
  @Test
  void aNameThatChangesItsMindIsNotConnectedTo() {
    Reach reach = new Reach(NAMES, address -> address.getHostAddress().equals("127.0.0.1"));

    assertThatThrownBy(
            () -> reach.inPublic(URI.create("http://inner.example/x")).lookup("inner.example"))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void theProxyOnTheWayMayBeInside() throws Exception {
    Reach reach = new Reach(NAMES, address -> address.getHostAddress().equals("127.0.0.1"));

    assertThat(reach.inPublic(URI.create("http://lore.example/x")).lookup("inner.example"))
        .containsExactly(INNER);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false",
    "10.1.2.3, false",
    "172.16.0.1, false",
    "192.168.1.1, false",
    "169.254.169.254, false",
    "100.64.0.1, false",
    "100.128.0.1, true",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "198.18.0.1, false",
    "192.0.0.8, false",
    "224.0.0.1, false",
    "240.0.0.1, false",
    "255.255.255.255, false",
    "8.8.8.8, true",
    "::1, false",
    "::, false",
    "fe80::1, false",
    "fc00::1, false",
    "fd12:3456::1, false",
    "ff02::1, false",
    "::ffff:127.0.0.1, false",
    "::ffff:8.8.8.8, true",
    "64:ff9b::7f00:1, false",
    "2002:7f00:1::, false",
    "2001:0:1::1, false",
    "2604:1380:4641:c500::1, true",
  })
  void anAddressIsEverybodysOrSomebodys(String address, boolean everybodys) throws Exception {
    assertThat(Reach.isPublic(InetAddress.getByName(address))).isEqualTo(everybodys);
  }
}
