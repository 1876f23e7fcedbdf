package reroll.connectors.chat.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import reroll.templates.text.CommandRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reactions that are commands. Where a post ends with a row of commands, each has a mark before it,
 * and whoever reacts with the mark says the command. What a mark says stands in the post's event,
 * so that it is true for as long as the post is there.
 */
final class QuickAnswers {
  /** The field of its own in which a post's event says what its marks mean. */
  private static final String FIELD = "reroll.answers";

  /** Marks that speak for themselves; all other commands are numbered. */
  private static final Map<String, String> MARKS =
      Map.of(
          "follow",
          "🔔",
          "unfollow",
          "🔕",
          "mute",
          "🔇",
          "why",
          "❓",
          "reviews",
          "👀",
          "diff",
          "🔍");

  /** Clients send it or leave it away: it asks for a mark in colour (Unicode, emoji). */
  private static final String COLOUR = "\uFE0F";

  private static final String KEYCAP = "\u20E3";

  private QuickAnswers() {}

  /** The mark of a command; empty where it is not in a row that ends a post. */
  static Optional<String> mark(Code command) {
    List<Code> row = row(command.getParent());
    return row.isEmpty() ? Optional.empty() : Optional.of(marks(row).get(row.indexOf(command)));
  }

  private static List<Code> row(Node paragraph) {
    boolean ends = paragraph.getParent() instanceof Document && paragraph.getNext() == null;
    return ends ? CommandRow.of(paragraph) : List.of();
  }

  private static List<String> marks(List<Code> row) {
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String mark = MARKS.getOrDefault(word(row.get(i)), "");
      marks.add(mark.isEmpty() || marks.contains(mark) ? i + 1 + COLOUR + KEYCAP : mark);
    }
    return marks;
  }

  private static String word(Code command) {
    return command.getLiteral().substring(1).replaceFirst(" .*", "");
  }

  /** Says in a post's event what its marks mean, if it has any. */
  static void put(ObjectNode content, Node text) {
    if (text.getLastChild() == null || row(text.getLastChild()).isEmpty()) {
      return;
    }
    List<Code> row = row(text.getLastChild());
    List<String> marks = marks(row);
    Map<String, String> answers = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      answers.put(plain(marks.get(i)), row.get(i).getLiteral());
    }
    ObjectNode field = content.putObject(FIELD);
    answers.forEach(field::put);
  }

  /** The command that a reaction to an event of the bot's own says, without its prefix. */
  static Optional<String> command(JsonNode content, String reaction) {
    String command = Json.text(content, FIELD, plain(reaction));
    return CommandRow.isCommand(command) ? Optional.of(command.substring(1)) : Optional.empty();
  }

  /** Whether a reaction is one that posts may give a meaning to. */
  static boolean isMark(String reaction) {
    return MARKS.containsValue(plain(reaction)) || plain(reaction).matches("[1-5]" + KEYCAP);
  }

  private static String plain(String mark) {
    return mark.replace(COLOUR, "");
  }
}
