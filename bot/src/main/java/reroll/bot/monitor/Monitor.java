package reroll.bot.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.run.Vitals;

/**
 * Tells over HTTP how the bot is. Answers from the moment it is opened, so that a bot that takes up
 * a large state is seen to live; asks for no password and changes nothing. Thread-safe.
 */
public final class Monitor implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Monitor.class);

  /** Those who ask wait five seconds, as a rule, and then take the bot for dead. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** Each who asks slowly, or never to the end, has one until the server drops it. */
  private static final int THREADS = 32;

  /** What a server at this end may hold back before more are refused. */
  private static final int BACKLOG = 16;

  private static final String TEXT = "text/plain";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Checkup checkup = new Checkup(PATIENCE);
  private final String version;

  /** Made when somebody first asks, so that the start need not wait for them. Guarded by this. */
  private Optional<Meters> meters = Optional.empty();

  private Monitor(HttpServer server, String version) {
    this.server = server;
    this.version = version;
    threads = threads();
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  /** As many as are needed; they end when nobody asks. */
  private static ExecutorService threads() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "monitor"));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * Listens from now on.
   *
   * @param address a name or an address of this machine
   * @param port 0 for any that is free
   * @param version the program's
   * @throws IOException if nothing can listen there; the message says what to do
   */
  public static Monitor open(String address, int port, String version) throws IOException {
    // Read when the first server of the process is made; a client that sends nothing is dropped.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    try {
      InetSocketAddress place = new InetSocketAddress(InetAddress.getByName(address), port);
      Monitor monitor = new Monitor(HttpServer.create(place, BACKLOG), version);
      monitor.server.start();
      return monitor;
    } catch (UnknownHostException e) {
      throw new IOException(
          "the monitor cannot listen: no machine is called "
              + address
              + "; write 127.0.0.1 behind monitor.address",
          e);
    } catch (IOException e) {
      throw new IOException(
          "the monitor cannot listen on "
              + address
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); write another behind monitor.port",
          e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Tells of this bot from now on. */
  public void watch(Patient bot) {
    checkup.watch(bot);
  }

  /** The server's own contexts would take every path that begins so. */
  private void answer(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getRawPath()) {
      case "/healthz" -> answer(exchange, checkup.lives());
      case "/readyz" -> answer(exchange, checkup.isReady());
      case "/metrics" -> metrics(exchange);
      default -> answer(exchange, 404, TEXT, "Here are /healthz, /readyz and /metrics.\n");
    }
  }

  private void metrics(HttpExchange exchange) throws IOException {
    Checkup.Finding finding = checkup.lives();
    Optional<Vitals> vitals = finding.vitals();
    if (vitals.isEmpty()) {
      answer(exchange, 503, TEXT, finding.text());
    } else {
      answer(exchange, 200, Meters.CONTENT_TYPE, meters(vitals.get()).scrape(vitals.get()));
    }
  }

  private synchronized Meters meters(Vitals now) {
    Meters made = meters.orElseGet(() -> new Meters(version, now));
    meters = Optional.of(made);
    return made;
  }

  private static void answer(HttpExchange exchange, Checkup.Finding finding) throws IOException {
    answer(exchange, finding.good() ? 200 : 503, TEXT, finding.text());
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    boolean wantsText = exchange.getRequestMethod().equals("GET");
    byte[] body = (wantsText ? text : "").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException gone) {
      log.debug("who asked the monitor did not wait for the answer", gone);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    checkup.close();
    synchronized (this) {
      meters.ifPresent(Meters::close);
    }
  }
}
