package reroll.templates.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Commands that a reader need not type: a paragraph that holds nothing but commands in code, such
 * as {@code `!why #12` `!unfollow #12`}. A chat may let them be pressed; all others show them as
 * they stand. What is pressed comes in as if it had been said to the bot alone.
 */
public final class CommandRow {
  /** A row of more is no longer a choice. */
  public static final int MAX = 5;

  private static final Pattern COMMAND = Pattern.compile("!([a-z-]{1,40})( [^\\r\\n]{1,200})?");

  private CommandRow() {}

  /** The commands of a row, in order; none where the node is no such paragraph. */
  public static List<Code> of(Node node) {
    List<Code> commands = new ArrayList<>();
    for (Node part = node.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof Code code && isCommand(code.getLiteral())) {
        commands.add(code);
      } else if (!(part instanceof Text text && text.getLiteral().isBlank())) {
        return List.of();
      }
    }
    return node instanceof Paragraph && commands.size() <= MAX ? commands : List.of();
  }

  /** Whether a text is a command as it may stand in a row, its prefix included. */
  public static boolean isCommand(String text) {
    return COMMAND.matcher(text).matches();
  }
}
