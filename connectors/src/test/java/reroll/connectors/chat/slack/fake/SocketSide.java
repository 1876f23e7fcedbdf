package reroll.connectors.chat.slack.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Socket Mode: tickets for one use, hello, envelopes to any one of the sockets, confirmations
 * within three seconds, repetition of what was not confirmed. Thread-safe.
 */
final class SocketSide implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SocketSide.class);

  /** Slack's own; what is confirmed later counts as late, and is repeated. */
  static final Duration ACK_WITHIN = Duration.ofSeconds(3);

  /** An envelope, and what became of it. */
  static final class Sent {
    final ObjectNode envelope;
    final String id;
    Optional<WebSocket> on = Optional.empty();
    int attempts;
    long sentNanos;
    boolean confirmed;

    Sent(String id, ObjectNode envelope) {
      this.id = id;
      this.envelope = envelope;
    }
  }

  private final Server server;
  private final CountDownLatch started = new CountDownLatch(1);
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(1, SocketSide::thread);
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();

  /** Guarded by this. */
  private final Map<String, Sent> open = new LinkedHashMap<>();

  /** Guarded by this. */
  private final List<WebSocket> greeted = new ArrayList<>();

  /** Guarded by this. */
  private int turn;

  private int connections;
  private int mostGreeted;
  private long confirmedCount;
  private long slowestAckNanos;
  private long late;

  /** Whether a new connection is greeted. */
  volatile boolean greets = true;

  /** By which port people are sent here; a proxy's where there is one. */
  volatile int portTold;

  SocketSide() {
    server = new Server();
    server.setReuseAddr(true);
    server.setDaemon(true);
    server.setConnectionLostTimeout(0);
    server.start();
    try {
      started.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    portTold = server.getPort();
    ScheduledFuture<?> unused =
        clock.scheduleWithFixedDelay(this::repeatLate, 200, 200, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "fake slack socket");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return server.getPort();
  }

  /** An address for one socket. */
  String ticket() {
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    return "ws://127.0.0.1:" + portTold + "/link/?ticket=" + ticket + "&app_id=" + Workspace.APP;
  }

  /** Delivers a payload, now or when there is a socket. */
  void deliver(String type, JsonNode payload) {
    String id = UUID.randomUUID().toString();
    ObjectNode envelope = Js.object().put("envelope_id", id).put("type", type);
    envelope.put("accepts_response_payload", !type.equals("events_api"));
    envelope.set("payload", payload);
    synchronized (this) {
      open.put(id, new Sent(id, envelope));
      flush();
    }
  }

  private synchronized void flush() {
    List<WebSocket> ready = greeted.stream().filter(WebSocket::isOpen).toList();
    if (ready.isEmpty()) {
      return;
    }
    for (Sent sent : List.copyOf(open.values())) {
      if (sent.on.isEmpty()) {
        send(sent, ready.get(turn++ % ready.size()));
      }
    }
  }

  private static void send(Sent sent, WebSocket socket) {
    if (sent.envelope.path("type").stringValue().equals("events_api")) {
      sent.envelope.put("retry_attempt", sent.attempts);
      sent.envelope.put("retry_reason", sent.attempts == 0 ? "" : "timeout");
    }
    sent.attempts++;
    sent.sentNanos = System.nanoTime();
    sent.on = Optional.of(socket);
    write(socket, sent.envelope.toString());
  }

  /** A peer may close at any instant; {@link #forget} comes then, and gives the rest to others. */
  private static void write(WebSocket socket, String frame) {
    try {
      socket.send(frame);
    } catch (WebsocketNotConnectedException closed) {
      log.debug("a socket closed before a frame was sent", closed);
    }
  }

  private synchronized void repeatLate() {
    long now = System.nanoTime();
    for (Sent sent : open.values()) {
      if (sent.on.isPresent() && now - sent.sentNanos > ACK_WITHIN.toNanos()) {
        late++;
        sent.on = Optional.empty();
      }
    }
    flush();
  }

  private synchronized void confirm(String id) {
    Sent sent = open.remove(id);
    if (sent != null) {
      confirmedCount++;
      slowestAckNanos = Math.max(slowestAckNanos, System.nanoTime() - sent.sentNanos);
    }
  }

  private synchronized void forget(WebSocket socket) {
    greeted.remove(socket);
    for (Sent sent : open.values()) {
      if (sent.on.filter(on -> on == socket).isPresent()) {
        sent.on = Optional.empty();
      }
    }
    flush();
  }

  private synchronized void welcome(WebSocket socket) {
    connections++;
    if (!greets) {
      return;
    }
    greeted.add(socket);
    mostGreeted = Math.max(mostGreeted, greetedSockets());
    ObjectNode hello = Js.object().put("type", "hello").put("num_connections", greeted.size());
    hello.putObject("connection_info").put("app_id", Workspace.APP);
    hello
        .putObject("debug_info")
        .put("host", "applink-lab")
        .put("build_number", 54)
        .put("approximate_connection_time", 18_060);
    write(socket, hello.toString());
    flush();
  }

  /** Says to every socket that it will be closed. */
  synchronized void announce(String reason) {
    ObjectNode disconnect = Js.object().put("type", "disconnect").put("reason", reason);
    disconnect.putObject("debug_info").put("host", "applink-lab");
    greeted.forEach(socket -> write(socket, disconnect.toString()));
  }

  /** Closes every socket but the newest, as Slack does after a refresh. */
  synchronized void closeOld() {
    for (WebSocket socket : List.copyOf(greeted.subList(0, Math.max(0, greeted.size() - 1)))) {
      socket.close(CloseFrame.GOING_AWAY);
    }
  }

  /** Cuts every socket without a word. */
  void cutAll() {
    for (WebSocket socket : server.getConnections()) {
      socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "cut");
    }
  }

  /** Sends a frame as it is, to every socket. */
  synchronized void sendRaw(String frame) {
    greeted.forEach(socket -> write(socket, frame));
  }

  synchronized int greetedSockets() {
    return (int) greeted.stream().filter(WebSocket::isOpen).count();
  }

  synchronized int mostGreeted() {
    return mostGreeted;
  }

  synchronized int connections() {
    return connections;
  }

  synchronized int unconfirmed() {
    return open.size();
  }

  synchronized long confirmed() {
    return confirmedCount;
  }

  synchronized long late() {
    return late;
  }

  synchronized Duration slowestAck() {
    return Duration.ofNanos(slowestAckNanos);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      server.stop(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Server extends WebSocketServer {
    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
        WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
      String ticket = request.getResourceDescriptor().replaceFirst(".*ticket=([^&]*).*", "$1");
      if (!tickets.remove(ticket)) {
        throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "no such ticket");
      }
      return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      welcome(socket);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      forget(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
      try {
        confirm(Js.text(Js.read(message, "no json"), "envelope_id"));
      } catch (SlackError e) {
        socket.close(CloseFrame.POLICY_VALIDATION);
      }
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
      if (!(e instanceof IOException)) {
        throw new IllegalStateException("the fake fails", e);
      }
    }

    @Override
    public void onStart() {
      started.countDown();
    }
  }
}
