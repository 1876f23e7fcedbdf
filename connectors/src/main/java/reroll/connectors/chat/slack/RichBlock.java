package reroll.connectors.chat.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reroll.connectors.chat.slack.Inlines.Run;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects rich text, and begins a new block where one is full. Used by one thread.
 *
 * <p>Runs of text are shown as they are ("rich_text" of Block Kit), so nothing has to be escaped.
 */
final class RichBlock {
  private final List<Block> full = new ArrayList<>();
  private ArrayNode elements = Json.object().arrayNode();
  private int chars;

  /** A paragraph. */
  void section(List<Run> runs) {
    Pieces.of(runs, Block.MAX_CHARS)
        .forEach(piece -> add(holding("rich_text_section", piece), piece));
  }

  void quote(List<Run> runs) {
    Pieces.of(runs, Block.MAX_CHARS)
        .forEach(piece -> add(holding("rich_text_quote", piece), piece));
  }

  /** Lines as they are. */
  void preformatted(List<Run> runs) {
    Pieces.of(runs, Block.MAX_CHARS)
        .forEach(piece -> add(holding("rich_text_preformatted", piece), piece));
  }

  /**
   * One item of a list.
   *
   * @param style {@code bullet} or {@code ordered}
   * @param indent how many lists it lies in, beside its own
   * @param number its number in the list, from 0; of no meaning for bullets
   */
  void item(String style, int indent, int number, List<Run> runs) {
    for (List<Run> piece : Pieces.of(runs, Block.MAX_CHARS)) {
      ObjectNode section = holding("rich_text_section", piece);
      if (!joinsList(style, indent, section, piece)) {
        ObjectNode list = Json.object().put("type", "rich_text_list").put("style", style);
        list.put("indent", indent);
        if (style.equals("ordered") && number > 0) {
          list.put("offset", number);
        }
        list.putArray("elements").add(section);
        add(list, piece);
      }
    }
  }

  /** Items of one list stand in one element, as far as they fit. */
  private boolean joinsList(String style, int indent, ObjectNode section, List<Run> piece) {
    if (elements.isEmpty() || chars + chars(piece) > Block.MAX_CHARS) {
      return false;
    }
    ObjectNode last = (ObjectNode) elements.get(elements.size() - 1);
    boolean same =
        Json.text(last, "type").equals("rich_text_list")
            && Json.text(last, "style").equals(style)
            && last.path("indent").asInt(0) == indent;
    if (same) {
      last.withArray("elements").add(section);
      chars += chars(piece);
    }
    return same;
  }

  private void add(ObjectNode element, List<Run> piece) {
    if (chars + chars(piece) > Block.MAX_CHARS) {
      end();
    }
    elements.add(element);
    chars += chars(piece);
  }

  private static int chars(List<Run> runs) {
    return runs.stream().mapToInt(Run::chars).sum();
  }

  private void end() {
    if (elements.isEmpty()) {
      return;
    }
    ObjectNode block = Json.object().put("type", "rich_text");
    block.set("elements", elements);
    full.add(new Block(block, chars));
    elements = Json.object().arrayNode();
    chars = 0;
  }

  /** The blocks, none of them too long. */
  List<Block> blocks() {
    end();
    return full;
  }

  private static ObjectNode holding(String type, List<Run> runs) {
    ObjectNode element = Json.object().put("type", type);
    ArrayNode inside = element.putArray("elements");
    runs.forEach(run -> inside.add(element(run)));
    return element;
  }

  private static ObjectNode element(Run run) {
    ObjectNode element = Json.object();
    if (run.url().isEmpty()) {
      element.put("type", "text");
    } else {
      element.put("type", "link").put("url", run.url());
    }
    element.put("text", run.text());
    if (!run.style().isEmpty()) {
      ObjectNode style = element.putObject("style");
      run.style().stream()
          .sorted()
          .forEach(s -> style.put(s.name().toLowerCase(Locale.ROOT), true));
    }
    return element;
  }
}
