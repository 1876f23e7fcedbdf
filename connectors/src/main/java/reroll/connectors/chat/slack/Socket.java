package reroll.connectors.chat.slack;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket to Slack. Its events come on threads of its own. Thread-safe. */
final class Socket extends WebSocketClient {
  private static final Logger log = LoggerFactory.getLogger(Socket.class);

  /** Slack's envelopes stay below; more is nobody's mail. */
  private static final int MAX_FRAME = 2 << 20;

  private static final int CONNECT_MILLIS = 10_000;

  /** What becomes of a socket. */
  interface Owner {
    void received(Socket socket, String frame);

    void closed(Socket socket, String why);
  }

  private final Owner owner;
  private final Clock clock;
  private volatile Instant lastSign;

  Socket(URI address, Owner owner, Clock clock) {
    super(address, draft(), Map.of(), CONNECT_MILLIS);
    this.owner = owner;
    this.clock = clock;
    this.lastSign = clock.instant();
    setConnectionLostTimeout(0); // dead links are found by SocketMode
    setDaemon(true);
    setTcpNoDelay(true);
  }

  private static Draft draft() {
    return new Draft_6455(List.of(), List.of(new Protocol("")), MAX_FRAME);
  }

  /** How long nothing came from the other side. */
  Duration silence() {
    return Duration.between(lastSign, clock.instant());
  }

  private void sign() {
    lastSign = clock.instant();
  }

  /** Asks for a sign of life. */
  void ping() {
    tell(this::sendPing);
  }

  /**
   * Sends a frame.
   *
   * @return whether there was a connection to send it on
   */
  boolean tell(String frame) {
    return tell(() -> send(frame));
  }

  private static boolean tell(Runnable sending) {
    try {
      sending.run();
      return true;
    } catch (WebsocketNotConnectedException e) {
      return false; // the owner is told of the end by itself
    }
  }

  /** Ends a connection whose other side may be gone, without waiting for it. */
  void drop(String why) {
    closeConnection(CloseFrame.ABNORMAL_CLOSE, why);
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    sign();
  }

  @Override
  public void onMessage(String frame) {
    sign();
    owner.received(this, frame);
  }

  /** Slack sends no bytes. */
  @Override
  public void onMessage(ByteBuffer bytes) {
    sign();
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata ping) {
    sign();
    super.onWebsocketPing(socket, ping);
  }

  @Override
  public void onWebsocketPong(WebSocket socket, Framedata pong) {
    sign();
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    owner.closed(this, reason.isEmpty() ? "closed with " + code : reason);
  }

  /** An end follows. */
  @Override
  public void onError(Exception e) {
    log.debug("Slack: the socket fails", e);
  }
}
