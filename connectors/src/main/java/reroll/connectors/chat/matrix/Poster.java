package reroll.connectors.chat.matrix;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.connectors.chat.Attachment;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.RichText;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends posts. A part of a post has a transaction id made from the post's key, so that the server
 * takes it once while it remembers; and it carries the key, so that it is found when the server may
 * have forgotten. Thread-safe.
 */
final class Poster {
  /** Posts in doubt at the same time; each channel has one at most. */
  private static final int MAX_DOUBTS = 1_000;

  private final Homeserver server;
  private final Rooms rooms;
  private final RoomSearch search;

  /** What a search saw of posts that are not whole, by key. */
  private final Map<String, Found> seen = Collections.synchronizedMap(new Doubts());

  Poster(Homeserver server, Rooms rooms) {
    this.server = server;
    this.rooms = rooms;
    this.search = new RoomSearch(server);
  }

  /** The oldest doubt goes when there are too many. */
  private static final class Doubts extends LinkedHashMap<String, Found> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Found> oldest) {
      return size() > MAX_DOUBTS;
    }
  }

  /** See {@link reroll.connectors.chat.ChatPlatform#send}. */
  String send(Outgoing post) throws ConnectorException, InterruptedException {
    String room = rooms.openForPosts(post.channel());
    List<Layout> texts = Cutter.parts(post.text());
    int parts = texts.size() + (post.file().isPresent() ? 1 : 0);
    Found there = Optional.ofNullable(seen.get(post.key())).orElseGet(Found::new);
    Optional<String> root = root(post, room);
    String first = "";
    for (int part = 0; part < parts; part++) {
      String name = there.part(part).orElse("");
      if (name.isEmpty()) {
        ObjectNode content =
            part < texts.size()
                ? Content.message(texts.get(part), rooms.isLoud(room))
                : upload(post.file().orElseThrow());
        if (part == texts.size() - 1) { // what they are shown below
          QuickAnswers.put(content, post.text().tree());
        }
        Content.Mark mark = new Content.Mark(post.key(), part, parts);
        name = put(room, Content.marked(Content.inThread(content, root), mark), mark);
        there.put(part, name);
        seen.put(post.key(), there);
      }
      first = part == 0 ? name : first;
      root = root.isPresent() ? root : Optional.of(first); // what follows stands below the first
    }
    seen.remove(post.key());
    return first;
  }

  /**
   * The root of the thread for a post. A thread stays behind where its room goes on in another; the
   * post then stands in the new room itself, where people are.
   */
  private Optional<String> root(Outgoing post, String room)
      throws ConnectorException, InterruptedException {
    Optional<String> root = post.thread().filter(Ids::isEvent);
    return root.isPresent() && stayedBehind(root.get(), room) ? Optional.empty() : root;
  }

  /** Whether an event is from before its room went on in another. */
  private boolean stayedBehind(String event, String room)
      throws ConnectorException, InterruptedException {
    if (!rooms.wentOnIn(room)) {
      return false;
    }
    Reply reply = server.event(room, event);
    if (!reply.isOk() && !reply.isMissing() && !reply.isForbidden()) {
      throw reply.failure("I cannot see whether a post is in " + rooms.name(room), false);
    }
    return !reply.isOk();
  }

  private String put(String room, ObjectNode content, Content.Mark mark)
      throws ConnectorException, InterruptedException {
    try {
      String name = put(room, content, mark.key() + (mark.part() == 0 ? "" : "-" + mark.part()));
      rooms.postedIn(room);
      return name;
    } catch (ConnectorException e) {
      if (e.outcome() != ConnectorException.Outcome.NOT_SENT) {
        seen.remove(mark.key()); // what was seen is no longer all that may be there
      }
      throw e;
    }
  }

  private String put(String room, ObjectNode content, String txn)
      throws ConnectorException, InterruptedException {
    Reply reply = server.send(room, "m.room.message", "reroll-" + txn, content);
    if (reply.isForbidden()) {
      rooms.refusedBy(room, reply);
    }
    if (!reply.isOk()) {
      throw reply.failure("the homeserver does not take a post for " + rooms.name(room), true);
    }
    String name = reply.text("event_id");
    if (!Ids.isEvent(name)) {
      throw ConnectorException.unknown(
          "the homeserver does not say what it called a post for " + rooms.name(room), null);
    }
    return name;
  }

  /** Brings a text to the server's store; a repeated one leaves a copy that nobody sees. */
  private ObjectNode upload(Attachment file) throws ConnectorException, InterruptedException {
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    Reply reply = server.upload(file.name(), bytes);
    if (reply.status() == 413) {
      return Content.message(
          Layout.ofPlain(file.name() + " is larger than this homeserver takes files."), false);
    }
    if (!reply.isOk() || !reply.text("content_uri").startsWith("mxc://")) {
      throw reply.failure("the homeserver does not take the file " + file.name(), false);
    }
    return Content.file(file.name(), reply.text("content_uri"), bytes.length);
  }

  /** See {@link reroll.connectors.chat.ChatPlatform.CanLookUp#find}. */
  Optional<String> find(String channel, String key)
      throws ConnectorException, InterruptedException {
    if (seen.containsKey(key)) {
      return Optional.empty(); // seen not to be whole, and nothing was sent since
    }
    Found found = search.find(rooms.now(channel), key);
    if (found.isWhole()) {
      return found.part(0);
    }
    seen.put(key, found);
    return Optional.empty();
  }

  /**
   * See {@link reroll.connectors.chat.ChatPlatform.CanEdit#edit}. What stayed behind when its room
   * went on in another is left as it is: nobody reads there, and the old room takes no more posts.
   */
  void edit(String name, Outgoing post) throws ConnectorException, InterruptedException {
    String room = rooms.openForPosts(post.channel());
    if (stayedBehind(name, room)) {
      throw ConnectorException.rejected(
          "the post stands in the room that " + rooms.name(room) + " was before it moved");
    }
    Layout text = Cutter.parts(post.text()).get(0);
    ObjectNode content = Content.edit(name, text, rooms.isLoud(room));
    // Some servers show the new content in the place of the old one (spec before v1.7).
    QuickAnswers.put((ObjectNode) content.path("m.new_content"), post.text().tree());
    put(room, content, post.key());
  }

  /** Says something once in a room, whatever becomes of the process. */
  void say(String room, String key, String sentence)
      throws ConnectorException, InterruptedException {
    if (search.find(room, key).isNothing()) {
      Content.Mark mark = new Content.Mark(key, 0, 1);
      Layout text = Layout.of(RichText.ofPlain(sentence).tree());
      put(room, Content.marked(Content.message(text, rooms.isLoud(room)), mark), key);
    }
  }
}
