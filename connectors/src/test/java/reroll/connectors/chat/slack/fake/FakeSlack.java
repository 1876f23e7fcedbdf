package reroll.connectors.chat.slack.fake;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A workspace with people in it who talk, and an app that hears and answers by the real protocols.
 * Thread-safe.
 */
public final class FakeSlack implements AutoCloseable {
  /** The one channel that there always is, with the bot in it. */
  public static final String POND = "C0POND";

  /** The direct messages between the bot and {@link #ANN}. */
  public static final String DIRECT = "D0ANN";

  public static final String ANN = "U0ANN";
  public static final String BOT_USER = Workspace.BOT_USER;
  public static final String BOT_TOKEN = WebSide.BOT_TOKEN;
  public static final String APP_TOKEN = WebSide.APP_TOKEN;

  private static final Set<String> SCOPES =
      Set.of(
          "app_mentions:read",
          "channels:history",
          "channels:read",
          "chat:write",
          "commands",
          "files:write",
          "groups:history",
          "groups:read",
          "im:history",
          "mpim:history");

  private final Workspace workspace;
  private final SocketSide sockets = new SocketSide();
  private final WebSide web;
  private final AtomicLong ids = new AtomicLong();

  public FakeSlack(Clock clock) {
    workspace = new Workspace(clock);
    web = new WebSide(clock, workspace, sockets, SCOPES);
    workspace.add(POND, "pond");
    workspace.add(DIRECT, "ann");
  }

  /** Where the Web API is. */
  public URI api() {
    return URI.create(web.base() + "/api/");
  }

  public void addChannel(String id) {
    workspace.add(id, id.toLowerCase(java.util.Locale.ROOT));
  }

  /**
   * The next call of a method fails so; several wait in a row. {@code respond} is an answer to the
   * address that came with a question.
   */
  public void next(String method, Fault fault) {
    web.next(method, fault);
  }

  /** From now on every call is answered with this error. */
  public void revoke(String error) {
    web.revoked = Optional.of(error);
  }

  public void restore() {
    web.revoked = Optional.empty();
  }

  /** Sockets may be asked for as often as one likes, which Slack allows nobody. */
  public void letOpenOften() {
    web.openings = Integer.MAX_VALUE;
  }

  public void grantOnly(Set<String> scopes) {
    web.scopes = scopes;
  }

  public void archive(String channel) throws Exception {
    workspace.room(channel).isArchived = true;
  }

  public void expelBot(String channel) throws Exception {
    workspace.room(channel).hasBot = false;
  }

  public void inviteBot(String channel) throws Exception {
    workspace.room(channel).hasBot = true;
  }

  /** Takes away a message, as people can. */
  public void delete(String channel, String ts) throws Exception {
    workspace.remove(workspace.room(channel), ts);
  }

  /** Is told of every call of the Web API, on the call's own thread. */
  public void onCall(Consumer<Call> listener) {
    web.listener = listener;
  }

  /** Is told of every answer to an address that came with a question, on its own thread. */
  public void onAnswer(Consumer<Answer> listener) {
    web.answerListener = listener;
  }

  /** How often a method was called. */
  public int calls(String method) {
    return web.calls(method).size();
  }

  /** When a method was called, by the workspace's clock. */
  public List<Instant> timesOf(String method) {
    return web.calls(method);
  }

  // ---- what people do

  /** Says something in a channel; returns the message's ts. */
  public String say(String channel, String user, String text) {
    return say(channel, user, text, Optional.empty());
  }

  /** Says something below a message. */
  public String sayBelow(String root, String channel, String user, String text) {
    return say(channel, user, text, Optional.of(root));
  }

  private String say(String channel, String user, String text, Optional<String> root) {
    ObjectNode message = Js.object().put("user", user).put("text", text);
    root.ifPresent(ts -> message.put("thread_ts", ts));
    String ts = Js.text(workspace.post(room(channel), message), "ts");
    ObjectNode event = Js.object().put("type", "message").put("channel", channel);
    event.put("user", user).put("text", text).put("ts", ts).put("event_ts", ts);
    event.put("channel_type", channel.startsWith("D") ? "im" : "channel");
    root.ifPresent(r -> event.put("thread_ts", r));
    deliverEvent(event);
    if (text.contains("<@" + BOT_USER + ">")) {
      ObjectNode mention = event.deepCopy().put("type", "app_mention");
      mention.remove("channel_type");
      deliverEvent(mention);
    }
    return ts;
  }

  private Room room(String channel) {
    try {
      return workspace.room(channel);
    } catch (SlackError e) {
      throw new IllegalArgumentException(channel, e);
    }
  }

  /** Sends an event of any form, in a callback of its own. */
  public void deliverEvent(JsonNode event) {
    ObjectNode payload = Js.object().put("token", "t").put("team_id", Workspace.TEAM);
    payload.put("api_app_id", Workspace.APP).put("type", "event_callback");
    payload.put("event_id", "Ev" + ids.incrementAndGet()).set("event", event);
    sockets.deliver("events_api", payload);
  }

  /** Sends an envelope of any form. */
  public void deliver(String type, JsonNode payload) {
    sockets.deliver(type, payload);
  }

  /** Types a slash command; returns the id of the address for answers. */
  public String slash(String channel, String user, String text) {
    String id = "r" + ids.incrementAndGet();
    ObjectNode payload = Js.object().put("token", "t").put("team_id", Workspace.TEAM);
    payload.put("channel_id", channel).put("channel_name", "x").put("user_id", user);
    payload.put("command", "/reroll").put("text", text).put("api_app_id", Workspace.APP);
    payload.put("response_url", web.base() + "/respond/" + id);
    payload.put("trigger_id", "13345224609.738474920." + id);
    sockets.deliver("slash_commands", payload);
    return id;
  }

  /** Presses a button of a message. */
  public void press(String channel, String user, String ts, String label) {
    ObjectNode message = message(channel, ts);
    JsonNode button =
        StreamSupport.stream(message.path("blocks").spliterator(), false)
            .flatMap(b -> StreamSupport.stream(b.path("elements").spliterator(), false))
            .filter(e -> Js.text(e, "text", "text").equals(label))
            .findFirst()
            .orElseThrow();
    ObjectNode payload = Js.object().put("type", "block_actions").put("token", "t");
    payload.putObject("user").put("id", user).put("team_id", Workspace.TEAM);
    payload.putObject("channel").put("id", channel);
    ObjectNode container = payload.putObject("container").put("type", "message");
    container.put("message_ts", ts).put("channel_id", channel).put("is_ephemeral", false);
    String root = Js.text(message, "thread_ts");
    if (!root.isEmpty()) {
      container.put("thread_ts", root);
    }
    payload
        .put("trigger_id", "1.2.x")
        .put("response_url", web.base() + "/respond/b" + ids.incrementAndGet());
    ObjectNode action = ((ObjectNode) button).deepCopy();
    action.put("action_ts", workspace.nextTs()).put("block_id", "b1");
    payload.putArray("actions").add(action);
    sockets.deliver("interactive", payload);
  }

  // ---- what people see

  /** All messages of a channel, in the order in which they came. */
  public List<ObjectNode> messages(String channel) {
    return workspace.messages(channel);
  }

  /** The bot's messages. */
  public List<ObjectNode> posts(String channel) {
    return messages(channel).stream()
        .filter(m -> Js.text(m, "bot_id").equals(Workspace.BOT))
        .toList();
  }

  public ObjectNode message(String channel, String ts) {
    return messages(channel).stream()
        .filter(m -> Js.text(m, "ts").equals(ts))
        .findFirst()
        .orElseThrow();
  }

  /** As a person sees a message. */
  public Shown shown(JsonNode message) {
    return Shown.of(message);
  }

  /** What only one person was shown. */
  public List<ObjectNode> whispers() {
    return workspace.whispers();
  }

  public byte[] file(String id) {
    return workspace.content(id);
  }

  // ---- the sockets

  /** Says that the sockets will be closed; see PROTOCOLS.md C.2. */
  public void announce(String reason) {
    sockets.announce(reason);
  }

  public void closeOldSockets() {
    sockets.closeOld();
  }

  public void cutSockets() {
    sockets.cutAll();
  }

  public void sendRaw(String frame) {
    sockets.sendRaw(frame);
  }

  public void greet(boolean greets) {
    sockets.greets = greets;
  }

  public int socketPort() {
    return sockets.port();
  }

  /** Sends new sockets to this port instead. */
  public void tellSocketPort(int port) {
    sockets.portTold = port;
  }

  /** Sockets that are open and were greeted. */
  public int sockets() {
    return sockets.greetedSockets();
  }

  /** The most sockets that were ever greeted and open at the same time. */
  public int mostSockets() {
    return sockets.mostGreeted();
  }

  /** Sockets that were ever opened. */
  public int connections() {
    return sockets.connections();
  }

  /** Envelopes that wait to be confirmed. */
  public int unconfirmed() {
    return sockets.unconfirmed();
  }

  public long confirmed() {
    return sockets.confirmed();
  }

  /** Confirmations that did not come within three seconds. */
  public long late() {
    return sockets.late();
  }

  public Duration slowestConfirmation() {
    return sockets.slowestAck();
  }

  @Override
  public void close() {
    sockets.close();
    web.close();
  }
}
