package reroll.connectors.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import reroll.connectors.port.ConnectorException;

/**
 * The one client for the web: says who it is, asks one thing at a time of a host and leaves gaps,
 * goes away when a host asks for it or shows an anti-bot page, and waits for nothing without end.
 * Thread-safe.
 */
public final class Http implements AutoCloseable {
  /** As kernel.org's own client has it. */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** An answer that is no pack is over by then, however it trickles. */
  static final Duration SHORT_ANSWER = Duration.ofMinutes(2);

  private static final int MAX_REDIRECTS = 5;

  private final String userAgent;
  private final Pace pace;
  private final HostGates gates;

  /** Made when first needed: many runs never leave the machine. Guarded by this. */
  private Optional<OkHttpClient> client = Optional.empty();

  /**
   * Makes a client; connects to nothing yet.
   *
   * @param userAgent {@code reroll/VERSION+INSTALLATION}, as kernel.org asks for
   */
  public Http(String userAgent, Pace pace) {
    this.userAgent = userAgent;
    this.pace = pace;
    this.gates = new HostGates(pace);
  }

  private synchronized OkHttpClient client() {
    OkHttpClient made =
        client.orElseGet(
            () ->
                new OkHttpClient.Builder()
                    .connectTimeout(CONNECT)
                    .readTimeout(SILENCE)
                    .writeTimeout(SILENCE)
                    .followRedirects(false)
                    .retryOnConnectionFailure(true)
                    .build());
    client = Optional.of(made);
    return made;
  }

  /**
   * Sends a request and waits for the head of the answer; follows redirects, a few.
   *
   * @return an answer of any status, to be closed
   * @throws ConnectorException if there is no answer, or an anti-bot page in its place; NOT_SENT
   *     for all that may be asked again
   */
  public Answer send(Request request) throws ConnectorException, InterruptedException {
    Request next = request;
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      Answer answer = sendOnce(next);
      Optional<URI> place = redirect(answer, next);
      if (place.isEmpty()) {
        return answer;
      }
      answer.close();
      next = next.redirectedTo(place.get());
    }
    throw ConnectorException.notSent(
        HostGates.hostOf(request.url()) + " sends from one address to the next without end", null);
  }

  /** Where a redirect leads; never from https to http, never with a name or password in it. */
  private static Optional<URI> redirect(Answer answer, Request asked) throws ConnectorException {
    boolean moved =
        switch (answer.status()) {
          case 301, 302, 303, 307, 308 -> asked.body().isEmpty();
          default -> false;
        };
    if (!moved || answer.header("Location").isEmpty()) {
      return Optional.empty();
    }
    try {
      URI place = asked.url().resolve(new URI(answer.header("Location").get()));
      if (mayFollow(asked.url(), place)) {
        return Optional.of(place);
      }
    } catch (URISyntaxException e) {
      answer.close();
      throw ConnectorException.notSent(
          HostGates.hostOf(asked.url()) + " redirects to what is no address", e);
    }
    answer.close();
    throw ConnectorException.notSent(
        HostGates.hostOf(asked.url()) + " redirects to where I do not go", null);
  }

  private static boolean mayFollow(URI from, URI to) {
    boolean safe = "https".equalsIgnoreCase(to.getScheme());
    boolean asSafe = "http".equalsIgnoreCase(from.getScheme());
    boolean web = safe || (asSafe && "http".equalsIgnoreCase(to.getScheme()));
    return web && to.getHost() != null && to.getRawUserInfo() == null;
  }

  private Answer sendOnce(Request request) throws ConnectorException, InterruptedException {
    HostGate gate = gates.of(request.url());
    gate.enter();
    boolean entered = true;
    try {
      Answer answer = receive(request, gate);
      entered = false; // the answer leaves when it is closed
      return answer;
    } finally {
      if (entered) {
        gate.leave();
      }
    }
  }

  private Answer receive(Request request, HostGate gate) throws ConnectorException {
    SentMark sent = new SentMark();
    Response response;
    try {
      response = call(request, sent).execute();
      if (BotWall.stands(response)) {
        response.close();
        gate.shutFor(BotWall.REST);
        throw ConnectorException.notSent(
                HostGates.hostOf(request.url()) + " shows an anti-bot page in place of its data",
                null)
            .retryAfter(BotWall.REST);
      }
    } catch (IOException e) {
      throw failure(request, sent, e);
    }
    if (response.code() == 429 || response.code() == 503) {
      Optional.ofNullable(response.header("Retry-After"))
          .flatMap(RetryAfter::parse)
          .ifPresent(gate::shutFor);
    }
    return new Answer(response, new SteadyStream(response.body().byteStream(), pace.clock()), gate);
  }

  private static ConnectorException failure(Request request, SentMark sent, IOException e) {
    String sentence = HostGates.hostOf(request.url()) + " cannot be reached: " + Reason.of(e);
    boolean mayHaveHappened = sent.began() && request.body().isPresent();
    return mayHaveHappened
        ? ConnectorException.unknown(sentence, e)
        : ConnectorException.notSent(sentence, e);
  }

  private Call call(Request request, SentMark sent) {
    okhttp3.Request.Builder builder =
        new okhttp3.Request.Builder()
            .url(request.url().toString())
            .header("User-Agent", userAgent)
            .method(
                request.method().name(),
                request
                    .body()
                    .map(b -> RequestBody.create(b.bytes(), MediaType.parse(b.contentType())))
                    .orElse(null));
    request.headers().forEach(builder::header);
    OkHttpClient forThis =
        client()
            .newBuilder()
            .eventListener(sent)
            .callTimeout(request.longLived() ? 0 : SHORT_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
            .build();
    return forThis.newCall(builder.build());
  }

  /** Remembers whether anything of a request left the machine. */
  private static final class SentMark extends EventListener {
    private volatile boolean began;

    @Override
    public void requestHeadersStart(Call call) {
      began = true;
    }

    boolean began() {
      return began;
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
