package reroll.connectors.chat.slack;

import java.util.Map;
import reroll.connectors.chat.Html;
import tools.jackson.databind.JsonNode;

/** Draws blocks in HTML, much as Slack shows them. Used by one thread. */
final class BlockPage {
  private static final Map<String, String> STYLES =
      Map.of("bold", "strong", "italic", "em", "strike", "s", "code", "code");

  private final StringBuilder out = new StringBuilder();

  private BlockPage() {}

  static String of(JsonNode blocks) {
    BlockPage page = new BlockPage();
    blocks.forEach(page::block);
    return page.out.toString();
  }

  private void block(JsonNode block) {
    switch (type(block)) {
      case "rich_text" -> block.path("elements").forEach(this::block);
      case "rich_text_section" -> around("p", () -> runs(block));
      case "rich_text_quote" -> around("blockquote", () -> runs(block));
      case "rich_text_preformatted" -> around("pre", () -> runs(block));
      case "rich_text_list" -> list(block);
      case "context" -> around("p", () -> around("small", () -> runs(block)));
      case "actions" -> around("p", () -> block.path("elements").forEach(this::button));
      default -> around("p", () -> text(block.path("text").path("text").asString("")));
    }
  }

  private static String type(JsonNode node) {
    return node.path("type").asString("");
  }

  private void around(String tag, Runnable content) {
    out.append('<').append(tag).append('>');
    content.run();
    out.append("</").append(tag.split(" ", 2)[0]).append('>');
  }

  private void list(JsonNode list) {
    String tag = list.path("style").asString("").equals("ordered") ? "ol" : "ul";
    int margin = 2 * list.path("indent").asInt(0);
    around(
        tag + " style=\"margin-left: " + margin + "em\"",
        () -> list.path("elements").forEach(item -> around("li", () -> runs(item))));
  }

  private void button(JsonNode button) {
    around("button", () -> text(button.path("text").path("text").asString("")));
  }

  private void runs(JsonNode holder) {
    holder.path("elements").forEach(this::run);
  }

  private void run(JsonNode run) {
    Runnable text = () -> text(run.path("text").asString(run.path("url").asString("")));
    if (type(run).equals("link")) {
      around(
          "a href=\"" + Html.escaped(run.path("url").asString("")) + "\"", () -> styled(run, text));
    } else {
      styled(run, text);
    }
  }

  private void styled(JsonNode run, Runnable text) {
    Runnable inner = text;
    for (Map.Entry<String, JsonNode> style : run.path("style").properties()) {
      Runnable within = inner;
      inner = () -> around(STYLES.getOrDefault(style.getKey(), "span"), within);
    }
    inner.run();
  }

  private void text(String text) {
    out.append(Html.escaped(text).replace("\n", "<br>"));
  }
}
