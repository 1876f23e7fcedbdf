package reroll.connectors.chat.matrix;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Contents of the events that are sent. None of them can ever ping anybody. */
final class Content {
  /** By this field of its own a post is found again. */
  static final String MARK = "reroll.post";

  /** An edit carries its text a second time, for clients that know no edits; both must fit. */
  private static final int MAX_SHOWN_TWICE = 12_000;

  /**
   * Which post an event belongs to.
   *
   * @param part from 0
   */
  record Mark(String key, int part, int parts) {}

  private Content() {}

  /**
   * A message.
   *
   * @param loud whether clients announce it; a notice they do not, and no bot answers it
   */
  static ObjectNode message(Layout layout, boolean loud) {
    ObjectNode content = Json.object().put("msgtype", loud ? "m.text" : "m.notice");
    content.put("body", layout.plain());
    content.put("format", "org.matrix.custom.html").put("formatted_body", layout.html());
    // Without this field servers and clients look for names and @room in the body.
    content.putObject("m.mentions");
    return content;
  }

  static ObjectNode file(String name, String url, int size) {
    ObjectNode content =
        Json.object().put("msgtype", "m.file").put("body", name).put("filename", name);
    content.put("url", url).putObject("info").put("mimetype", "text/plain").put("size", size);
    content.putObject("m.mentions");
    return content;
  }

  /** The same as a change of an earlier message; {@code name} is that of the original. */
  static ObjectNode edit(String name, Layout layout, boolean loud) {
    Layout shown =
        layout.size() > MAX_SHOWN_TWICE ? Layout.ofPlain("This post was changed.") : layout;
    ObjectNode content = message(new Layout("* " + shown.html(), "* " + shown.plain()), loud);
    content.set("m.new_content", message(layout, loud));
    content.putObject("m.relates_to").put("rel_type", "m.replace").put("event_id", name);
    return content;
  }

  /** Puts it into a thread; clients that know none show it as a reply. */
  static ObjectNode inThread(ObjectNode content, Optional<String> root) {
    root.ifPresent(
        id -> {
          ObjectNode relation = content.putObject("m.relates_to");
          relation.put("rel_type", "m.thread").put("event_id", id).put("is_falling_back", true);
          relation.putObject("m.in_reply_to").put("event_id", id);
        });
    return content;
  }

  static ObjectNode marked(ObjectNode content, Mark mark) {
    content
        .putObject(MARK)
        .put("key", mark.key())
        .put("part", mark.part())
        .put("parts", mark.parts());
    return content;
  }
}
