package reroll.connectors.chat.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a socket to Slack open for as long as the chat is: opens the next one before Slack closes
 * the last, finds dead ones, and never gives up. All fields but {@code current} belong to the
 * thread "slack-socket", on which every change happens. Thread-safe.
 */
final class SocketMode implements Socket.Owner, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SocketMode.class);

  private final Account account;
  private final WebApi api;
  private final Inlet inlet;
  private final Troubles troubles;
  private final Clock clock;
  private final Rhythm rhythm;
  private final Openings openings;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Threads.named("slack-socket"));

  /** The one that new envelopes are expected on. */
  private volatile Optional<Socket> current = Optional.empty();

  /** The one that was not greeted so far. */
  private Optional<Socket> next = Optional.empty();

  /** Those that are kept for what was on its way. */
  private final Set<Socket> old = new HashSet<>();

  /** Whether an opening is planned. */
  private boolean planned;

  SocketMode(Line line, Inlet inlet, Clock clock, Rhythm rhythm) {
    this.account = line.account();
    this.api = line.api();
    this.troubles = line.troubles();
    this.inlet = inlet;
    this.clock = clock;
    this.rhythm = rhythm;
    this.openings = new Openings(clock, rhythm, new Random());
  }

  void start() {
    later(Duration.ZERO, this::open);
    pulseLater();
  }

  private void pulseLater() {
    later(rhythm.pingEvery(), this::pulse);
  }

  /**
   * Does something on the socket's thread; what goes wrong there must not end the thread's work.
   */
  private void later(Duration wait, Runnable work) {
    Runnable safe =
        () -> {
          try {
            work.run();
          } catch (RuntimeException bug) {
            log.error("Slack: the socket's keeper failed, please report it", bug);
            plan(openings.afterFailure());
          }
        };
    try {
      ScheduledFuture<?> unused = thread.schedule(safe, wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      log.debug("Slack: nothing more is done, the chat is closed");
    }
  }

  private void plan(Duration wait) {
    if (!planned) {
      planned = true;
      later(wait, this::open);
    }
  }

  private void open() {
    planned = false;
    if (next.isPresent()) {
      return;
    }
    Duration wait = openings.take();
    if (!wait.isZero()) {
      plan(wait);
      return;
    }
    try {
      account.identity();
      inlet.resume();
      connect(address(api.call(ApiMethod.CONNECTIONS_OPEN, Map.of())));
    } catch (ConnectorException e) {
      Duration own = openings.afterFailure();
      failed(e.getMessage(), e.retryAfter().filter(t -> t.compareTo(own) > 0).orElse(own));
    }
  }

  /** Only where the Web API itself is asked without TLS, on this machine, the socket may be so. */
  private URI address(JsonNode opened) throws ConnectorException {
    try {
      URI address = new URI(Json.text(opened, "url"));
      String scheme = String.valueOf(address.getScheme());
      boolean isSafe = scheme.equals("wss") || (scheme.equals("ws") && api.isInTheClear());
      if (isSafe && api.isAtSlack(address)) {
        return address;
      }
    } catch (URISyntaxException e) {
      log.debug("Slack: no address", e);
    }
    throw ConnectorException.notSent("Slack names no safe address for a socket", null);
  }

  private void connect(URI address) {
    Socket socket = new Socket(address, this, clock);
    next = Optional.of(socket);
    socket.connect();
    later(rhythm.helloWithin(), () -> giveUp(socket));
  }

  private void giveUp(Socket socket) {
    if (isNext(socket)) {
      socket.drop("nobody greets");
    }
  }

  private boolean isNext(Socket socket) {
    return next.filter(s -> s == socket).isPresent();
  }

  private boolean isCurrent(Socket socket) {
    return current.filter(s -> s == socket).isPresent();
  }

  private void failed(String why, Duration wait) {
    if (current.isEmpty()) {
      troubles.begin(Troubles.SOCKET, "I hear nobody: " + why);
    }
    log.info("Slack: no new socket: {}; trying again in {} s", why, wait.toSeconds());
    plan(wait);
  }

  @Override
  public void received(Socket socket, String frame) {
    Optional<Envelope> read = Envelope.parse(frame);
    if (read.isEmpty()) {
      log.warn("Slack: {} characters that I do not understand", frame.length());
      return;
    }
    Envelope envelope = read.get();
    switch (envelope.type()) {
      case "hello" -> later(Duration.ZERO, () -> greeted(socket, envelope));
      case "disconnect" -> later(Duration.ZERO, () -> leaving(socket, envelope));
      default -> {
        if (envelope.id().isEmpty()) {
          log.info("Slack: a frame without an id is left alone");
        } else {
          inlet.take(envelope, confirmation -> confirm(socket, confirmation));
        }
      }
    }
  }

  /** What came on a socket that is gone may be confirmed on its successor. */
  private void confirm(Socket socket, String confirmation) {
    boolean told = socket.tell(confirmation);
    if (!told) {
      current.filter(s -> s != socket).ifPresent(s -> s.tell(confirmation));
    }
  }

  private void greeted(Socket socket, Envelope hello) {
    if (!isNext(socket)) {
      return;
    }
    next = Optional.empty();
    openings.succeeded();
    current.ifPresent(this::retire);
    current = Optional.of(socket);
    troubles.end(Troubles.SOCKET);
    int connections = hello.body().path("num_connections").asInt(1);
    if (connections > 1 + old.size()) {
      log.warn(
          "Slack: {} sockets are open; another Reroll with these tokens takes away what people say",
          connections);
    }
  }

  private void retire(Socket socket) {
    old.add(socket);
    later(rhythm.drainFor(), socket::close);
  }

  private void leaving(Socket socket, Envelope disconnect) {
    if (Json.text(disconnect.body(), "reason").equals("link_disabled")) {
      switchedOff(socket);
    } else if (isCurrent(socket)) {
      plan(Duration.ZERO);
    }
  }

  private void switchedOff(Socket socket) {
    current = current.filter(s -> s != socket);
    next = next.filter(s -> s != socket);
    old.add(socket);
    socket.close();
    troubles.begin(Troubles.SOCKET, "I hear nobody: Socket Mode is switched off on the app's page");
    plan(rhythm.restWhenOff());
  }

  @Override
  public void closed(Socket socket, String why) {
    later(Duration.ZERO, () -> lost(socket, why));
  }

  private void lost(Socket socket, String why) {
    old.remove(socket);
    if (isNext(socket)) {
      next = Optional.empty();
      failed("the socket: " + why, openings.afterFailure());
    } else if (isCurrent(socket)) {
      current = Optional.empty();
      troubles.begin(Troubles.SOCKET, "I hear nobody: the socket is gone (" + why + ")");
      plan(Duration.ZERO);
    }
  }

  private void pulse() {
    List<Socket> all = new ArrayList<>(old);
    current.ifPresent(all::add);
    for (Socket socket : all) {
      if (socket.silence().compareTo(rhythm.deadAfter()) > 0) {
        socket.drop("no sign of life for " + socket.silence().toSeconds() + " s");
      } else {
        socket.ping();
      }
    }
    pulseLater();
  }

  @Override
  public void close() {
    later(Duration.ZERO, this::closeAll);
  }

  private void closeAll() {
    thread.shutdownNow();
    current.ifPresent(Socket::close);
    next.ifPresent(socket -> socket.drop("closed"));
    old.forEach(Socket::close);
  }
}
