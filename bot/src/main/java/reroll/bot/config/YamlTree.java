package reroll.bot.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * From text to a tree of nodes that know their lines. What YAML has beyond lists, keys and values
 * is refused: nobody needs it here, and it is what makes a small file large.
 */
final class YamlTree {
  /** The file needs four; the parser's tree is built by recursion. */
  private static final int MAX_DEPTH = 20;

  private final String text;
  private final Problems problems;
  private final LoadSettings settings =
      LoadSettings.builder()
          .setAllowDuplicateKeys(true)
          .setAllowNonScalarKeys(true)
          .setSchema(new CoreSchema())
          .build();

  private YamlTree(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /** The tree; empty where the text has none, which is not a problem so far, or is refused. */
  static Optional<Node> of(String text, Problems problems) {
    YamlTree tree = new YamlTree(text, problems);
    try {
      tree.checkEvents();
      return problems.isEmpty() ? new Compose(tree.settings).composeString(text) : Optional.empty();
    } catch (MarkedYamlEngineException e) {
      tree.tell(e);
    } catch (ReaderException e) {
      problems.add(
          tree.lineOf(e.getPosition()),
          String.format("not YAML: the character U+%04X may not stand here", e.getCodePoint()));
    }
    return Optional.empty();
  }

  private void checkEvents() {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof DocumentStartEvent) {
        documents++;
      }
      if (depth > MAX_DEPTH || documents > 1) {
        problems.add(
            lineOf(event),
            depth > MAX_DEPTH ? "too deeply nested" : "a second document begins here");
        return;
      }
      refuseExtras(event);
    }
  }

  private void refuseExtras(Event event) {
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      problems.add(lineOf(event), "anchors (&) and aliases (*) are not known here; write it out");
    }
    if ((event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
        || (event instanceof CollectionStartEvent start && start.getTag().isPresent())) {
      problems.add(lineOf(event), "tags (!) are not known here; quote a value that begins with !");
    }
  }

  private void tell(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    boolean tab = mark.isPresent() && text.startsWith("\t", charIndex(mark.get().getIndex()));
    problems.add(
        mark.map(m -> m.getLine() + 1).orElse(1),
        tab ? "a tab stands here; indent with spaces" : "not YAML: " + e.getProblem());
  }

  /** The parser counts code points. */
  private int charIndex(int codePoints) {
    return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
  }

  private int lineOf(int codePoints) {
    return 1
        + (int) text.substring(0, charIndex(codePoints)).chars().filter(c -> c == '\n').count();
  }

  private static int lineOf(Event event) {
    return event.getStartMark().orElseThrow().getLine() + 1;
  }
}
