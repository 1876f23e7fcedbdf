package reroll.connectors.chat.slack.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The Web API over HTTP: tokens, scopes, tiers, faults. Thread-safe. */
final class WebSide implements AutoCloseable {
  static final String BOT_TOKEN = "xoxb-lab";
  static final String APP_TOKEN = "xapp-lab";

  private static final int OPENINGS_AT_ONCE = 3;

  private final Clock clock;
  private final Workspace workspace;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(WebSide::thread);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Methods.Entry> methods;
  private final Map<String, ConcurrentLinkedQueue<Fault>> faults = new ConcurrentHashMap<>();
  private final Map<String, Deque<Instant>> lately = new ConcurrentHashMap<>();
  private final Map<String, List<Instant>> calls = new ConcurrentHashMap<>();

  /** By id: how often an address for answers was used. */
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  volatile Set<String> scopes;
  volatile Optional<String> revoked = Optional.empty();
  volatile Consumer<Call> listener = call -> {};
  volatile Consumer<Answer> answerListener = answer -> {};

  /** How many sockets a minute may be asked for. */
  volatile int openings = OPENINGS_AT_ONCE;

  WebSide(Clock clock, Workspace workspace, SocketSide sockets, Set<String> scopes) {
    try {
      this.clock = clock;
      this.workspace = workspace;
      this.scopes = scopes;
      // Else each answer waits 40 ms for the line's confirmation of its head.
      System.setProperty("sun.net.httpserver.nodelay", "true");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
      methods = new Methods(workspace, sockets::ticket, () -> base() + "/upload/").all();
      server.createContext("/api/", exchange -> serve(exchange, this::api));
      server.createContext("/upload/", exchange -> serve(exchange, this::upload));
      server.createContext("/respond/", exchange -> serve(exchange, this::respond));
      server.setExecutor(threads);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "fake slack");
    thread.setDaemon(true);
    return thread;
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The method's next calls fail so, one after the other. */
  void next(String method, Fault fault) {
    faults.computeIfAbsent(method, m -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  /** When a method was called. */
  List<Instant> calls(String method) {
    List<Instant> times = calls.getOrDefault(method, List.of());
    synchronized (times) {
      return List.copyOf(times);
    }
  }

  private interface Page {
    void answer(HttpExchange exchange, byte[] body) throws IOException;
  }

  private static void serve(HttpExchange exchange, Page page) throws IOException {
    try (exchange) {
      page.answer(exchange, exchange.getRequestBody().readAllBytes());
    }
  }

  private void api(HttpExchange exchange, byte[] body) throws IOException {
    String method = exchange.getRequestURI().getPath().substring("/api/".length());
    calls
        .computeIfAbsent(method, m -> Collections.synchronizedList(new ArrayList<>()))
        .add(clock.instant());
    String authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    Call call = new Call(method, authorization.replaceFirst("^Bearer ", ""), form(body));
    listener.accept(call);
    Optional<Fault> fault = nextFault(method);
    boolean happens = fault.map(WebSide::happens).orElse(true);
    ObjectNode answer = happens ? answer(call) : Js.ok();
    if (fault.isPresent()) {
      fail(exchange, fault.get());
    } else if (Js.text(answer, "error").equals("ratelimited")) {
      tooFast(exchange, 1);
    } else {
      exchange.getResponseHeaders().set("X-OAuth-Scopes", String.join(",", scopes));
      send(exchange, 200, "application/json; charset=utf-8", answer.toString());
    }
  }

  private Optional<Fault> nextFault(String method) {
    return Optional.ofNullable(faults.get(method)).map(ConcurrentLinkedQueue::poll);
  }

  private static boolean happens(Fault fault) {
    return fault instanceof Fault.HappenedBut
        || fault instanceof Fault.Cut
        || fault instanceof Fault.Silent
        || (fault instanceof Fault.Page page && page.happened());
  }

  private void fail(HttpExchange exchange, Fault fault) throws IOException {
    if (fault instanceof Fault.TooFast wait) {
      tooFast(exchange, wait.retryAfterSeconds());
    } else if (fault instanceof Fault.Says says) {
      send(exchange, 200, "application/json", Js.no(says.error()).toString());
    } else if (fault instanceof Fault.HappenedBut says) {
      send(exchange, 200, "application/json", Js.no(says.error()).toString());
    } else if (fault instanceof Fault.Page page) {
      send(exchange, page.status(), "text/html", "<html><h1>Sorry</h1></html>");
    } else if (fault instanceof Fault.Garbage) {
      send(exchange, 200, "application/json", "{\"ok\":tr");
    } else if (fault instanceof Fault.Names names) {
      send(exchange, 200, "application/json", Js.ok().put(names.key(), names.address()).toString());
    } else if (fault instanceof Fault.Silent) {
      awaitClosing();
    }
    // A cut: the exchange is closed without a word.
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tooFast(HttpExchange exchange, int seconds) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
    send(exchange, 429, "application/json", Js.no("ratelimited").toString());
  }

  private ObjectNode answer(Call call) {
    try {
      Methods.Entry entry = methods.get(call.method());
      if (entry == null) {
        throw new SlackError("unknown_method");
      }
      authorize(call, entry);
      for (String argument : call.arguments().keySet()) {
        if (!entry.arguments().contains(argument)) {
          throw new SlackError("invalid_arguments", "[ERROR] unknown argument " + argument);
        }
      }
      refuseHaste(call.method(), entry.aMinute());
      return entry.method().answer(call);
    } catch (SlackError e) {
      ObjectNode no = Js.no(e.getMessage());
      if (!e.messages().isEmpty()) {
        var messages = no.putObject("response_metadata").putArray("messages");
        e.messages().forEach(messages::add);
      }
      return no;
    }
  }

  private void authorize(Call call, Methods.Entry entry) throws SlackError {
    boolean forSockets = call.method().equals("apps.connections.open");
    if (call.token().isEmpty()) {
      throw new SlackError("not_authed");
    }
    if (revoked.isPresent()) {
      throw new SlackError(revoked.get());
    }
    if (call.token().equals(forSockets ? BOT_TOKEN : APP_TOKEN)) {
      throw new SlackError("not_allowed_token_type");
    }
    if (!call.token().equals(forSockets ? APP_TOKEN : BOT_TOKEN)) {
      throw new SlackError("invalid_auth");
    }
    if (!entry.scopes().isEmpty() && entry.scopes().stream().noneMatch(scopes::contains)) {
      throw new SlackError("missing_scope");
    }
  }

  /** The tier's calls a minute; sockets are a tier of their own. */
  private void refuseHaste(String method, int aMinute) throws SlackError {
    int most = method.equals("apps.connections.open") ? openings : aMinute;
    if (most == 0) {
      return;
    }
    Deque<Instant> calls = lately.computeIfAbsent(method, m -> new ArrayDeque<>());
    synchronized (calls) {
      Instant now = clock.instant();
      calls.removeIf(at -> at.isBefore(now.minusSeconds(60)));
      if (calls.size() >= most) {
        throw new SlackError("ratelimited");
      }
      calls.add(now);
    }
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void upload(HttpExchange exchange, byte[] body) throws IOException {
    String id = exchange.getRequestURI().getPath().substring("/upload/".length());
    boolean clean = exchange.getRequestHeaders().getFirst("Authorization") == null;
    boolean taken = clean && workspace.takeBytes(id, body);
    send(exchange, taken ? 200 : 400, "text/plain", taken ? "OK - " + body.length : "no");
  }

  private void respond(HttpExchange exchange, byte[] body) throws IOException {
    String id = exchange.getRequestURI().getPath().substring("/respond/".length());
    answerListener.accept(new Answer(id.startsWith("b"), new String(body, StandardCharsets.UTF_8)));
    Optional<Fault> fault = nextFault("respond");
    if (fault.isEmpty() || happens(fault.get())) {
      Taken taken = take(id, body);
      if (fault.isEmpty()) {
        send(exchange, taken.status(), "text/plain", taken.text());
      }
    }
    if (fault.isPresent()) {
      fail(exchange, fault.get());
    }
  }

  /** What becomes of an answer. */
  private record Taken(int status, String text) {}

  private Taken take(String id, byte[] body) {
    if (answers.merge(id, 1, Integer::sum) > 5) {
      return new Taken(404, "used_url");
    }
    try {
      ObjectNode answer =
          (ObjectNode) Js.read(new String(body, StandardCharsets.UTF_8), "invalid_payload");
      BlockRules.check(answer.path("blocks"));
      workspace.whisper(answer.put("answers", id));
      return new Taken(200, "ok");
    } catch (SlackError e) {
      return new Taken(400, e.getMessage());
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
