package reroll.connectors.chat.slack.fake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods of the Web API. */
final class Methods {
  /** What a method does. */
  @FunctionalInterface
  interface Method {
    ObjectNode answer(Call call) throws SlackError;
  }

  /**
   * A method, the calls that a minute may have (0: no limit here), the scopes of which one is
   * needed, and the arguments that it knows.
   */
  record Entry(Method method, int aMinute, Set<String> scopes, Set<String> arguments) {}

  private static final Set<String> HISTORY_SCOPES =
      Set.of("channels:history", "groups:history", "im:history", "mpim:history");

  private static final Set<String> PAGE_ARGUMENTS =
      Set.of(
          "channel",
          "ts",
          "limit",
          "cursor",
          "oldest",
          "latest",
          "inclusive",
          "include_all_metadata");

  private static final Set<String> POST_ARGUMENTS =
      Set.of(
          "channel",
          "text",
          "blocks",
          "metadata",
          "unfurl_links",
          "unfurl_media",
          "thread_ts",
          "mrkdwn",
          "link_names",
          "reply_broadcast",
          "user",
          "ts",
          "as_user",
          "parse",
          "username");

  private final Workspace workspace;
  private final Supplier<String> socketAddress;
  private final Supplier<String> uploadAddress;

  Methods(Workspace workspace, Supplier<String> socketAddress, Supplier<String> uploadAddress) {
    this.workspace = workspace;
    this.socketAddress = socketAddress;
    this.uploadAddress = uploadAddress;
  }

  Map<String, Entry> all() {
    Set<String> write = Set.of("chat:write");
    Set<String> files = Set.of("files:write");
    return Map.of(
        "auth.test", new Entry(this::authTest, 0, Set.of(), Set.of()),
        "apps.connections.open", new Entry(this::open, 0, Set.of(), Set.of()),
        "chat.postMessage", new Entry(this::post, 0, write, POST_ARGUMENTS),
        "chat.postEphemeral", new Entry(this::whisper, 100, write, POST_ARGUMENTS),
        "chat.update", new Entry(this::update, 50, write, POST_ARGUMENTS),
        "conversations.history", new Entry(this::history, 50, HISTORY_SCOPES, PAGE_ARGUMENTS),
        "conversations.replies", new Entry(this::replies, 50, HISTORY_SCOPES, PAGE_ARGUMENTS),
        "users.conversations",
            new Entry(
                this::channels,
                20,
                Set.of("channels:read", "groups:read"),
                Set.of("types", "limit", "cursor", "exclude_archived")),
        "files.getUploadURLExternal",
            new Entry(this::uploadUrl, 100, files, Set.of("filename", "length", "alt_txt")),
        "files.completeUploadExternal",
            new Entry(
                this::share,
                100,
                files,
                Set.of("files", "channel_id", "thread_ts", "initial_comment")));
  }

  private ObjectNode authTest(Call call) {
    return Js.ok()
        .put("url", "https://lab.slack.com/")
        .put("team", "Lab")
        .put("user", "reroll")
        .put("team_id", Workspace.TEAM)
        .put("user_id", Workspace.BOT_USER)
        .put("bot_id", Workspace.BOT);
  }

  private ObjectNode open(Call call) {
    return Js.ok().put("url", socketAddress.get());
  }

  private ObjectNode post(Call call) throws SlackError {
    Room room = workspace.writable(call.argument("channel"));
    ObjectNode message = content(call);
    metadata(call, message);
    String root = call.argument("thread_ts");
    if (!root.isEmpty()) {
      if (workspace.thread(room, root).isEmpty()) {
        throw new SlackError("thread_not_found");
      }
      message.put("thread_ts", root);
    }
    if (workspace.tooFast(room)) {
      throw new SlackError("ratelimited");
    }
    message.put("broadcast", call.is("reply_broadcast"));
    message.put("unfurls", !call.argument("unfurl_links").matches("false|0"));
    workspace.post(room, message);
    ObjectNode answer = Js.ok().put("channel", room.id).put("ts", Js.text(message, "ts"));
    answer.set("message", message);
    return answer;
  }

  /** Text and blocks, checked. */
  private static ObjectNode content(Call call) throws SlackError {
    ObjectNode message = Js.object().put("user", Workspace.BOT_USER).put("bot_id", Workspace.BOT);
    message.put("app_id", Workspace.APP);
    String text = call.argument("text");
    String blocks = call.argument("blocks");
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new SlackError("no_text");
    }
    if (text.length() > 40_000) {
      throw new SlackError("msg_too_long"); // Slack would cut it, which nobody wants
    }
    message.put("text", text);
    if (!blocks.isEmpty()) {
      JsonNode read = Js.read(blocks, "invalid_blocks_format");
      BlockRules.check(read);
      message.set("blocks", read);
    }
    return message;
  }

  private static void metadata(Call call, ObjectNode message) throws SlackError {
    String metadata = call.argument("metadata");
    if (metadata.isEmpty()) {
      return;
    }
    JsonNode read = Js.read(metadata, "invalid_metadata_format");
    if (!read.path("event_type").isString() || !read.path("event_payload").isObject()) {
      throw new SlackError("invalid_metadata_schema");
    }
    if (metadata.length() > 8_000) {
      throw new SlackError("metadata_too_large");
    }
    message.set("metadata", read);
  }

  private ObjectNode whisper(Call call) throws SlackError {
    Room room = workspace.writable(call.argument("channel"));
    ObjectNode message = content(call).put("channel", room.id);
    workspace.whisper(message.put("to", call.argument("user")));
    return Js.ok().put("message_ts", workspace.nextTs());
  }

  private ObjectNode update(Call call) throws SlackError {
    Room room = workspace.writable(call.argument("channel"));
    ObjectNode message = workspace.message(room, call.argument("ts"));
    if (!Js.text(message, "bot_id").equals(Workspace.BOT)) {
      throw new SlackError("cant_update_message");
    }
    ObjectNode changed = content(call);
    message.put("text", Js.text(changed, "text"));
    message.set("blocks", changed.path("blocks"));
    message.putObject("edited").put("user", Workspace.BOT_USER).put("ts", workspace.nextTs());
    return Js.ok().put("channel", room.id).put("ts", call.argument("ts"));
  }

  private ObjectNode history(Call call) throws SlackError {
    Room room = workspace.room(call.argument("channel"));
    return messages(call, workspace.history(room));
  }

  private ObjectNode replies(Call call) throws SlackError {
    Room room = workspace.room(call.argument("channel"));
    List<ObjectNode> thread = workspace.thread(room, call.argument("ts"));
    if (thread.isEmpty()) {
      throw new SlackError("thread_not_found");
    }
    return messages(call, thread);
  }

  private static ObjectNode messages(Call call, List<ObjectNode> all) {
    String oldest = call.argument("oldest");
    List<ObjectNode> wanted = new ArrayList<>(all);
    wanted.removeIf(m -> !oldest.isEmpty() && compare(Js.text(m, "ts"), oldest) <= 0);
    ObjectNode answer = page(call, "messages", wanted);
    if (!call.is("include_all_metadata")) {
      answer.path("messages").forEach(message -> ((ObjectNode) message).remove("metadata"));
    }
    return answer.put("has_more", !Js.text(answer, "response_metadata", "next_cursor").isEmpty());
  }

  /** The part that is asked for, 200 at most, and from where to go on. */
  private static ObjectNode page(Call call, String what, List<ObjectNode> all) {
    int limit = call.argument("limit").isEmpty() ? 100 : Integer.parseInt(call.argument("limit"));
    int from = call.argument("cursor").isEmpty() ? 0 : Integer.parseInt(call.argument("cursor"));
    int to = Math.min(all.size(), from + Math.min(limit, 200));
    ObjectNode answer = Js.ok();
    ArrayNode page = answer.putArray(what);
    all.subList(from, to).forEach(one -> page.add(one.deepCopy()));
    answer
        .putObject("response_metadata")
        .put("next_cursor", to < all.size() ? String.valueOf(to) : "");
    return answer;
  }

  private static int compare(String a, String b) {
    return new BigDecimal(a).compareTo(new BigDecimal(b));
  }

  private ObjectNode channels(Call call) {
    List<ObjectNode> mine =
        workspace.rooms().stream()
            .filter(room -> room.hasBot && !room.isArchived && !room.id.startsWith("D"))
            .map(room -> Js.object().put("id", room.id).put("name", room.name))
            .toList();
    return page(call, "channels", mine);
  }

  private ObjectNode uploadUrl(Call call) throws SlackError {
    if (call.argument("filename").isEmpty() || !call.argument("length").matches("[1-9]\\d*")) {
      throw new SlackError("invalid_arguments");
    }
    String id =
        workspace.newFile(call.argument("filename"), Integer.parseInt(call.argument("length")));
    return Js.ok().put("file_id", id).put("upload_url", uploadAddress.get() + id);
  }

  private ObjectNode share(Call call) throws SlackError {
    Room room = workspace.writable(call.argument("channel_id"));
    ObjectNode message = Js.object().put("user", Workspace.BOT_USER).put("bot_id", Workspace.BOT);
    message.put("text", call.argument("initial_comment")).put("subtype", "file_share");
    ArrayNode shared = message.putArray("files");
    for (JsonNode file : Js.read(call.argument("files"), "invalid_arguments")) {
      shared.add(workspace.share(Js.text(file, "id")));
    }
    if (!call.argument("thread_ts").isEmpty()) {
      message.put("thread_ts", call.argument("thread_ts"));
    }
    workspace.post(room, message);
    ObjectNode answer = Js.ok();
    answer.set("files", shared);
    return answer;
  }
}
