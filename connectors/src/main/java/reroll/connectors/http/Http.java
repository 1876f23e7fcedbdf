package reroll.connectors.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import reroll.connectors.port.ConnectorException;

/**
 * The one client for the web: says who it is and waits for nothing without end. As a guest it asks
 * one thing at a time of a host, leaves gaps, and goes away when the host asks for it or shows an
 * anti-bot page; as a member ({@link Request#asMember}) it leaves all that to the one who asks.
 * Thread-safe.
 */
public final class Http implements AutoCloseable {
  /** As kernel.org's own client has it. */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** An answer that is no pack is over by then, however it trickles. */
  static final Duration SHORT_ANSWER = Duration.ofMinutes(2);

  /** Servers pack before they send, and may let others go first. */
  private static final Duration LONG_SILENCE = Duration.ofMinutes(2);

  private static final Duration LONG_HEAD = Duration.ofMinutes(5);

  private static final int MAX_REDIRECTS = 5;

  /** More than there are threads that ask. */
  private static final int MOST_AT_ONCE = 256;

  private final String userAgent;
  private final Pace pace;
  private final HostGates gates;
  private final Reach reach;

  /** Made when first needed: many runs never leave the machine. Guarded by this. */
  private Optional<OkHttpClient> client = Optional.empty();

  /**
   * Makes a client; connects to nothing yet.
   *
   * @param userAgent {@code reroll/VERSION+INSTALLATION}, as kernel.org asks for
   */
  public Http(String userAgent, Pace pace) {
    this(userAgent, pace, Reach.SYSTEM);
  }

  Http(String userAgent, Pace pace, Reach reach) {
    this.reach = reach;
    this.userAgent = userAgent;
    this.pace = pace;
    this.gates = new HostGates(pace);
  }

  private synchronized OkHttpClient client() {
    OkHttpClient made =
        client.orElseGet(
            () ->
                new OkHttpClient.Builder()
                    .dispatcher(dispatcher())
                    .connectTimeout(CONNECT)
                    .readTimeout(SILENCE)
                    .writeTimeout(SILENCE)
                    .followRedirects(false)
                    .retryOnConnectionFailure(true)
                    .build());
    client = Optional.of(made);
    return made;
  }

  /** How much is asked of a host at once is the gates' affair, or that of the account's owner. */
  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(Http::thread));
    dispatcher.setMaxRequests(MOST_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
    return dispatcher;
  }

  /** One that never keeps the program from ending. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "http");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Sends a request and waits for the head of the answer; a guest follows redirects, a few.
   *
   * @return an answer of any status, to be closed
   * @throws ConnectorException if there is no answer, or an anti-bot page in its place; NOT_SENT
   *     for all that may be asked again
   */
  public Answer send(Request request) throws ConnectorException, InterruptedException {
    Request next = request;
    boolean sentFromPublic = false;
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      Dns names = sentFromPublic ? reach.inPublic(next.url()) : reach.everywhere();
      Answer answer = sendOnce(next, names);
      Optional<URI> place = redirect(answer, next);
      if (place.isEmpty()) {
        return answer;
      }
      answer.close();
      sentFromPublic |= reach.isPublic(next.url());
      next = next.redirectedTo(place.get());
    }
    throw ConnectorException.notSent(
        HostGates.hostOf(request.url()) + " sends from one address to the next without end", null);
  }

  /**
   * Where a redirect leads; never from https to http, never with a name or password in it, never
   * from the public network into another.
   */
  private Optional<URI> redirect(Answer answer, Request asked) throws ConnectorException {
    Optional<String> location = answer.header("Location");
    if (location.isEmpty()
        || !isRedirect(answer.status())
        || asked.body().isPresent()
        || asked.isMembers()) {
      return Optional.empty();
    }
    Optional<URI> place = resolve(asked.url(), location.get());
    if (place.isEmpty() || !mayFollow(asked.url(), place.get())) {
      answer.close();
      throw ConnectorException.notSent(
          HostGates.hostOf(asked.url())
              + " redirects to "
              + (place.isEmpty() ? "what is no address" : "where I do not go"),
          null);
    }
    return place;
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static Optional<URI> resolve(URI from, String location) {
    try {
      return Optional.of(from.resolve(new URI(location)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean mayFollow(URI from, URI to) {
    boolean safe = "https".equalsIgnoreCase(to.getScheme());
    boolean asSafe = "http".equalsIgnoreCase(from.getScheme());
    boolean web = safe || (asSafe && "http".equalsIgnoreCase(to.getScheme()));
    return web
        && to.getHost() != null
        && to.getRawUserInfo() == null
        && (reach.isPublic(to) || !reach.isPublic(from));
  }

  private Answer sendOnce(Request request, Dns names)
      throws ConnectorException, InterruptedException {
    HostGate gate = gates.of(request.url());
    Turn turn = request.isMembers() ? Turn.ofNobody(pace) : gate.enter();
    boolean received = false;
    try {
      Response response = receive(request, names);
      Consumer<Duration> shut = request.isMembers() ? wait -> {} : gate::shutFor;
      refuseBotWall(response, shut);
      Refusal.rest(response).ifPresent(shut);
      received = true; // the turn ends with the answer
      return new Answer(response, new SteadyStream(response.body().byteStream(), pace, turn), turn);
    } finally {
      if (!received) {
        turn.leave();
      }
    }
  }

  private Response receive(Request request, Dns names)
      throws ConnectorException, InterruptedException {
    Exchange exchange = new Exchange();
    try {
      return exchange.send(call(request, exchange, names), timeToHead(request));
    } catch (IOException e) {
      throw failure(request, exchange, e);
    }
  }

  private static Duration timeToHead(Request request) {
    if (request.manner() instanceof Request.Manner.Member member) {
      return member.limit();
    }
    return isLong(request) ? LONG_HEAD : SHORT_ANSWER;
  }

  private static boolean isLong(Request request) {
    return request.manner() instanceof Request.Manner.Guest guest && guest.longLived();
  }

  private static void refuseBotWall(Response response, Consumer<Duration> shut)
      throws ConnectorException {
    String host = HostGates.hostOf(response.request().url().uri());
    boolean stands;
    try {
      stands = BotWall.stands(response);
    } catch (IOException e) {
      response.close();
      throw ConnectorException.notSent(host + " broke off its answer: " + Reason.of(e), e);
    }
    if (stands) {
      response.close();
      shut.accept(BotWall.REST);
      throw ConnectorException.notSent(host + " shows an anti-bot page in place of its data", null)
          .retryAfter(BotWall.REST);
    }
  }

  private static ConnectorException failure(Request request, Exchange exchange, IOException e) {
    String sentence = HostGates.hostOf(request.url()) + " cannot be reached: " + Reason.of(e);
    boolean mayHaveHappened = exchange.began() && request.body().isPresent();
    return mayHaveHappened
        ? ConnectorException.unknown(sentence, e)
        : ConnectorException.notSent(sentence, e);
  }

  private Call call(Request request, Exchange exchange, Dns names) {
    okhttp3.Request.Builder builder =
        new okhttp3.Request.Builder()
            .url(request.url().toString())
            .header("User-Agent", userAgent)
            .method(request.method().name(), request.body().map(OneShot::new).orElse(null));
    request.headers().forEach(builder::header);
    OkHttpClient.Builder forThis = client().newBuilder().eventListener(exchange).dns(names);
    setLimits(forThis, request);
    return forThis.build().newCall(builder.build());
  }

  private static void setLimits(OkHttpClient.Builder forThis, Request request) {
    if (request.manner() instanceof Request.Manner.Member member) {
      forThis.readTimeout(member.limit()).callTimeout(member.limit());
    } else if (isLong(request)) {
      forThis.readTimeout(LONG_SILENCE);
    } else {
      forThis.callTimeout(SHORT_ANSWER);
    }
  }

  /** A body that is never sent twice by itself: the first one may have had its effect. */
  private static final class OneShot extends RequestBody {
    private final Request.Body body;

    OneShot(Request.Body body) {
      this.body = body;
    }

    @Override
    public MediaType contentType() {
      return MediaType.parse(body.contentType());
    }

    @Override
    public long contentLength() {
      return body.bytes().length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(body.bytes());
    }
  }

  /** Ends idle connections. */
  @Override
  public synchronized void close() {
    client.ifPresent(
        made -> {
          made.dispatcher().executorService().shutdown();
          made.connectionPool().evictAll();
        });
  }
}
