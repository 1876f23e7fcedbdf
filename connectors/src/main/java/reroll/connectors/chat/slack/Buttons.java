package reroll.connectors.chat.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands that can be pressed. A paragraph that holds nothing but commands in code, such as {@code
 * `!why #12` `!unfollow #12`}, is a row of them.
 */
final class Buttons {
  /** The beginning of the names of all that a person can press in a post of Reroll. */
  private static final String NAME = "say-";

  /** A row of more is no longer a choice; Slack would take 25. */
  private static final int MAX = 5;

  private static final Pattern COMMAND = Pattern.compile("!([a-z-]{1,40})( [^\\r\\n]{1,200})?");

  private Buttons() {}

  static Optional<Block> of(Paragraph paragraph) {
    List<String> commands = new ArrayList<>();
    for (Node part = paragraph.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof Code code && COMMAND.matcher(code.getLiteral()).matches()) {
        commands.add(code.getLiteral().substring(1));
      } else if (!(part instanceof Text text && text.getLiteral().isBlank())) {
        return Optional.empty();
      }
    }
    return commands.isEmpty() || commands.size() > MAX
        ? Optional.empty()
        : Optional.of(row(commands));
  }

  private static Block row(List<String> commands) {
    ObjectNode block = Json.object().put("type", "actions");
    ArrayNode elements = block.putArray("elements");
    int chars = 0;
    for (String command : commands) {
      String label = label(command);
      ObjectNode button = elements.addObject().put("type", "button");
      button.set("text", PlainText.of(label));
      button.put("action_id", NAME + elements.size()).put("value", command);
      chars += label.length() + command.length();
    }
    return new Block(block, chars);
  }

  private static String label(String command) {
    String word = command.replaceFirst(" .*", "");
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The command of what was pressed; empty where that is no button of ours. */
  static Optional<String> pressed(JsonNode action) {
    String value = Json.text(action, "value");
    boolean ours =
        Json.text(action, "type").equals("button")
            && Json.text(action, "action_id").startsWith(NAME)
            && COMMAND.matcher("!" + value).matches();
    return ours ? Optional.of(value) : Optional.empty();
  }
}
