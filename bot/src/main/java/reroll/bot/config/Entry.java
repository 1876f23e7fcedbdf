package reroll.bot.config;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A key of the file with its value.
 *
 * @param path the keys that lead to it: {@code lists.kvm.archive}
 * @param line where the key stands, from 1
 */
record Entry(String path, String key, int line, Node node) {
  /** Whether nothing is written behind the key. */
  boolean isBlank() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** The values of a list, each with its line; of anything else the value itself. */
  List<Entry> values() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(each -> new Entry(path, key, lineOf(each), each)).toList()
        : List.of(this);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().orElseThrow().getLine() + 1;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The value as it is written; only of a scalar. */
  String text() {
    return ((ScalarNode) node).getValue();
  }
}
