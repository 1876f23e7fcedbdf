package reroll.bot.config;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
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

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The value as it is written; only of a scalar. */
  String text() {
    return ((ScalarNode) node).getValue();
  }
}
