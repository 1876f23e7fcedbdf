package reroll.connectors.chat.slack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Paragraph;
import reroll.templates.text.CommandRow;
import reroll.templates.text.Visible;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands that can be pressed: a {@linkplain CommandRow row} of them is a row of buttons. */
final class Buttons {
  /** The beginning of the names of all that a person can press in a post of Reroll. */
  private static final String NAME = "say-";

  /** Where the command's own word would not say to a reader what happens. */
  private static final Map<String, String> LABELS = Map.of("diff", "Compare");

  /**
   * What only explains the post. Whatever changes what the channel is told concerns all in it, and
   * a comparison is long and of use to all; these are answered in the thread.
   */
  private static final Set<String> FOR_THE_ASKER = Set.of("why");

  private Buttons() {}

  static Optional<Block> of(Paragraph paragraph) {
    List<Code> commands = CommandRow.of(paragraph);
    return commands.isEmpty() ? Optional.empty() : Optional.of(row(commands));
  }

  private static Block row(List<Code> commands) {
    ObjectNode block = Json.object().put("type", "actions");
    ArrayNode elements = block.putArray("elements");
    int chars = 0;
    for (Code code : commands) {
      String command = Visible.of(code.getLiteral().substring(1));
      String label = label(command);
      ObjectNode button = elements.addObject().put("type", "button");
      button.set("text", PlainText.of(label));
      button.put("action_id", NAME + elements.size()).put("value", command);
      chars += label.length() + command.length();
    }
    return new Block(block, chars);
  }

  private static String word(String command) {
    return command.replaceFirst(" .*", "");
  }

  private static String label(String command) {
    String word = word(command);
    return LABELS.getOrDefault(
        word, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
  }

  /** Whether it is quieter to answer whoever pressed alone. */
  static boolean isForTheAsker(String command) {
    return FOR_THE_ASKER.contains(word(command));
  }

  /** The command of what was pressed; empty where that is no button of ours. */
  static Optional<String> pressed(JsonNode action) {
    String value = Json.text(action, "value");
    boolean ours =
        Json.text(action, "type").equals("button")
            && Json.text(action, "action_id").startsWith(NAME)
            && CommandRow.isCommand("!" + value);
    return ours ? Optional.of(value) : Optional.empty();
  }
}
