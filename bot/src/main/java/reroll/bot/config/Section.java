package reroll.bot.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import reroll.bot.words.Nearest;

/**
 * Keys and values of one place in the file. Keys are asked for; those never asked for are wrong.
 */
final class Section {
  private final Entry head;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();

  private Section(Entry head, Problems problems) {
    this.head = head;
    this.problems = problems;
  }

  /**
   * Opens what stands behind a key.
   *
   * @param wanted what should stand there, for a message
   * @return empty where there are no keys and values; the problem is told
   */
  static Optional<Section> of(Entry head, String wanted, Problems problems) {
    if (!(head.node() instanceof MappingNode mapping)) {
      problems.add(head.line(), head.key() + ": here should stand " + wanted);
      return Optional.empty();
    }
    Section section = new Section(head, problems);
    mapping.getValue().forEach(section::add);
    return Optional.of(section);
  }

  private void add(NodeTuple tuple) {
    int line = tuple.getKeyNode().getStartMark().orElseThrow().getLine() + 1;
    if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
      problems.add(line, "a key must be a word");
      return;
    }
    String key = scalar.getValue();
    String path = head.path().isEmpty() ? key : head.path() + "." + key;
    Entry before = entries.putIfAbsent(key, new Entry(path, key, line, tuple.getValueNode()));
    if (before != null) {
      problems.add(
          line, "key " + Quoted.of(key) + " stands here again; first on line " + before.line());
    }
  }

  String path() {
    return head.path();
  }

  int line() {
    return head.line();
  }

  /** The value of a key, which from now on is known. */
  Optional<Entry> take(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  /** All keys, whatever they are called. */
  Collection<Entry> all() {
    return entries.values();
  }

  /** Tells every key that nobody asked for. */
  void refuseOthers() {
    for (Entry entry : entries.values()) {
      if (!known.contains(entry.key())) {
        String advice =
            Nearest.of(entry.key(), known)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElse("known here: " + String.join(", ", known));
        problems.add(entry.line(), "unknown key " + Quoted.of(entry.key()) + "; " + advice);
      }
    }
  }
}
