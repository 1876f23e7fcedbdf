package reroll.connectors.chat.matrix;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A homeserver with two rooms and one account. Strict where Synapse is: a message needs a token, a
 * body and a known kind of relation, and one transaction id is one event. Misbehaves as told.
 */
final class FakeHomeserver extends Dispatcher implements AutoCloseable {
  static final String ROOM = "!room:fake.test";
  static final String OTHER_ROOM = "!other:fake.test";
  static final String BOT = "@bot:fake.test";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MockWebServer server = new MockWebServer();

  /** Guarded by this, as all below. */
  private final Map<String, JsonNode> events = new LinkedHashMap<>();

  private final Map<String, String> rooms = new HashMap<>();
  private final Map<String, String> foreign = new HashMap<>();

  private final List<String> posted = new ArrayList<>();
  private final Deque<MockResponse> nextPuts = new ArrayDeque<>();
  private final Deque<String> syncs = new ArrayDeque<>();
  private final Deque<MockResponse> pages = new ArrayDeque<>();
  private final List<String> askedForPages = new ArrayList<>();
  private final FakeLogins logins = new FakeLogins();

  /** Where the homeserver is, if this is only the domain's web server. */
  private Optional<String> homeserver = Optional.empty();

  private Predicate<String> down = path -> false;
  private UnaryOperator<MockResponse> slowness = answer -> answer;
  private int outages;
  private boolean isSilent;
  private boolean losesAnswers;
  private boolean forgetsTransactions;
  private int askedToSync;

  FakeHomeserver() throws IOException {
    server.setDispatcher(this);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  MatrixSettings settings() {
    return MatrixLab.settings(url(), "token", "", "");
  }

  synchronized void changeLogins(Consumer<FakeLogins> change) {
    change.accept(logins);
  }

  synchronized <T> T askLogins(Function<FakeLogins, T> question) {
    return question.apply(logins);
  }

  /** From now on it is a web server that only says where the homeserver is. */
  synchronized void isOnlyADomain(String address) {
    homeserver = Optional.of(address);
  }

  private MockResponse domain(String path) {
    return path.equals("/.well-known/matrix/client")
        ? json(200, "{\"m.homeserver\":{\"base_url\":\"" + homeserver.orElseThrow() + "\"}}")
        : new MockResponse.Builder().code(404).body("<html>nothing here").build();
  }

  /** What the next attempt to post gets, in the place of the post. */
  synchronized void refuseNextPost(int status, String contentType, String body) {
    nextPuts.add(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", contentType)
            .body(body)
            .build());
  }

  /** Whether the bot may post in the room. */
  synchronized void allow(boolean posts) {
    isSilent = !posts;
  }

  /** The next post arrives, but nobody hears of it; then the server forgets its transaction. */
  synchronized void loseNextAnswerAndForget() {
    losesAnswers = true;
    forgetsTransactions = true;
  }

  /** A sync's answer; without one, nothing happens. */
  synchronized void willTell(String answer) {
    syncs.add(answer);
  }

  /** A sync's answer with events in the room. */
  void willTellOf(String next, String... timeline) {
    willTell(
        """
        {"next_batch": "%s", "rooms": {"join": {"%s": {"timeline": {"events": [%s]}}}}}
        """
            .formatted(next, ROOM, String.join(",", timeline)));
  }

  /** The same with more of the room left out in between. */
  void willTellOfTheEnd(String next, String between, String... timeline) {
    willTell(
        """
        {"next_batch": "%s", "rooms": {"join": {"%s": {"timeline":
         {"limited": true, "prev_batch": "%s", "events": [%s]}}}}}
        """
            .formatted(next, ROOM, between, String.join(",", timeline)));
  }

  /** A page of what was left out, when it is asked for next; without one, there is no more. */
  synchronized void willShow(MockResponse page) {
    pages.add(page);
  }

  /** The same with what it holds; {@code end} empty where it is the last. */
  void willShow(String end, String... events) {
    String more = end.isEmpty() ? "" : ",\"end\":\"" + end + "\"";
    willShow(json(200, "{\"chunk\":[" + String.join(",", events) + "]" + more + "}"));
  }

  /** From where, and up to where, was asked for what was left out. */
  synchronized List<String> askedForPages() {
    return List.copyOf(askedForPages);
  }

  /** Lets go of what the web server keeps of requests, for those who measure. */
  void forgetRequests() throws InterruptedException {
    RecordedRequest request = server.takeRequest(0, TimeUnit.MILLISECONDS);
    while (request != null) {
      request = server.takeRequest(0, TimeUnit.MILLISECONDS);
    }
  }

  synchronized int askedToSync() {
    return askedToSync;
  }

  /** The contents of the events that were taken. */
  synchronized List<JsonNode> posts() {
    return posted.stream().map(events::get).toList();
  }

  /** The same of one room. */
  synchronized List<JsonNode> posts(String room) {
    return posted.stream().filter(id -> rooms.get(id).equals(room)).map(events::get).toList();
  }

  /** The same with their names, in order. */
  synchronized Map<String, JsonNode> named() {
    return new LinkedHashMap<>(events);
  }

  /** From now on, what is asked of some paths is refused in all the ways that servers have. */
  synchronized void goDown(Predicate<String> paths) {
    down = paths;
  }

  synchronized void comeUp() {
    down = path -> false;
  }

  /** How often something was asked in vain. */
  synchronized int outages() {
    return outages;
  }

  /** What servers and the proxies before them say when they cannot. */
  private MockResponse outage() {
    outages++;
    return switch (outages % 6) {
      case 0 -> new MockResponse.Builder().code(502).body("<html>bad gateway").build();
      case 1 -> json(429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":5}");
      case 2 -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
      case 3 -> new MockResponse.Builder().body("<html>down for maintenance").build();
      case 4 -> json(500, "{\"errcode\":\"M_UNKNOWN\",\"error\":\"Internal server error\"}");
      default -> json(503, "");
    };
  }

  @Override
  public synchronized MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (down.test(path)) {
      return outage();
    }
    if (homeserver.isPresent()) {
      return domain(path);
    }
    Optional<MockResponse> login = logins.answer(path, request);
    if (login.isPresent()) {
      return login.get();
    }
    if (!logins.letsIn(request)) {
      return logins.refusal();
    }
    if (path.endsWith("/account/whoami")) {
      return json(200, "{\"user_id\":\"" + BOT + "\"}");
    }
    if (path.endsWith("/joined_rooms")) {
      return json(200, "{\"joined_rooms\":[\"" + ROOM + "\",\"" + OTHER_ROOM + "\"]}");
    }
    if (path.endsWith("/joined_members")) {
      return json(200, "{\"joined\":{\"@a:x\":{},\"@b:x\":{},\"@c:x\":{}}}");
    }
    if (path.endsWith("/sync")) {
      return sync();
    }
    if (path.endsWith("/messages")) {
      return "f".equals(request.getUrl().queryParameter("dir"))
          ? page(request)
          : messages(request.getUrl().pathSegments().get(4));
    }
    if (path.contains("/event/")) {
      return event(
          request.getUrl().pathSegments().get(4),
          path.substring(path.lastIndexOf('/') + 1).replace("%24", "$"));
    }
    if (path.contains("/send/m.room.message/")) {
      String room = request.getUrl().pathSegments().get(4);
      MockResponse answer = put(room, path.substring(path.lastIndexOf('/') + 1), request);
      return room.equals(ROOM) ? slowness.apply(answer) : answer;
    }
    return json(404, "{\"errcode\":\"M_NOT_FOUND\"}");
  }

  private MockResponse sync() {
    askedToSync++;
    return syncs.isEmpty()
        ? json(200, "{\"next_batch\":\"idle\"}")
            .newBuilder()
            .headersDelay(100, TimeUnit.MILLISECONDS)
            .build()
        : json(200, syncs.poll());
  }

  private MockResponse event(String room, String id) {
    if (foreign.containsKey(id)) {
      return json(200, foreign.get(id));
    }
    return room.equals(rooms.get(id))
        ? json(200, "{\"sender\":\"" + BOT + "\",\"content\":" + events.get(id) + "}")
        : json(404, "{\"errcode\":\"M_NOT_FOUND\"}");
  }

  /** Somebody else's event, for those who ask for it by name. */
  synchronized void has(String id, String event) {
    foreign.put(id, event);
  }

  private MockResponse page(RecordedRequest request) {
    HttpUrl url = request.getUrl();
    askedForPages.add(url.queryParameter("from") + ".." + url.queryParameter("to"));
    return pages.isEmpty() ? json(200, "{\"chunk\":[]}") : pages.poll();
  }

  private MockResponse messages(String room) {
    StringBuilder chunk = new StringBuilder();
    for (int i = posted.size() - 1; i >= 0; i--) {
      if (!rooms.get(posted.get(i)).equals(room)) {
        continue;
      }
      chunk
          .append(chunk.isEmpty() ? "" : ",")
          .append("{\"event_id\":\"")
          .append(posted.get(i))
          .append("\",\"content\":")
          .append(events.get(posted.get(i)))
          .append('}');
    }
    return json(200, "{\"chunk\":[" + chunk + "]}");
  }

  private MockResponse put(String room, String txn, RecordedRequest request) {
    if (!nextPuts.isEmpty()) {
      return nextPuts.poll();
    }
    if (isSilent && room.equals(ROOM)) {
      return json(403, "{\"errcode\":\"M_FORBIDDEN\"}");
    }
    String body = request.getBody().utf8();
    JsonNode content = JSON.readTree(body);
    if (body.length() > 65_000) {
      return json(413, "{\"errcode\":\"M_TOO_LARGE\"}");
    }
    if (!content.path("body").isString() || !content.path("msgtype").isString()) {
      return json(400, "{\"errcode\":\"M_BAD_JSON\"}");
    }
    String other = Json.text(content, "m.relates_to", "event_id");
    if (rooms.containsKey(other) && !rooms.get(other).equals(room)) {
      return json(
          400, "{\"errcode\":\"M_UNKNOWN\",\"error\":\"Relations must be in the same room\"}");
    }
    String id = "$" + txn + (forgetsTransactions && events.containsKey("$" + txn) ? "again" : "");
    if (!events.containsKey(id)) {
      events.put(id, content);
      rooms.put(id, room);
      posted.add(id);
    }
    if (losesAnswers) {
      losesAnswers = false;
      return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }
    return json(200, "{\"event_id\":\"" + id + "\"}");
  }

  /** The room says that it goes on in the other one. */
  void willMove(String next) {
    willTellOf(
        next,
        """
        {"type":"m.room.tombstone","event_id":"$moved","sender":"@eve:x","state_key":"",
         "content":{"replacement_room":"%s"}}\
        """
            .formatted(OTHER_ROOM));
  }

  /** From now on, answers to posts in a room come late, or drop by drop. */
  synchronized void slowDown(UnaryOperator<MockResponse> how) {
    slowness = how;
  }

  /** A message of the room, as JSON. */
  static String said(String id, String sender, String content) {
    return """
    {"type":"m.room.message","event_id":"%s","sender":"%s","content":%s}\
    """
        .formatted(id, sender, content);
  }

  /** A message with nothing but its text. */
  static String said(String id, String text) {
    return said(id, "@eve:x", "{\"msgtype\":\"m.text\",\"body\":\"" + text + "\"}");
  }

  /** A reaction to an event. */
  static String reaction(String id, String sender, String target, String key) {
    return """
    {"type":"m.reaction","event_id":"%s","sender":"%s","content":{"m.relates_to":
     {"rel_type":"m.annotation","event_id":"%s","key":"%s"}}}\
    """
        .formatted(id, sender, target, key);
  }

  static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
