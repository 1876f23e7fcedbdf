package reroll.connectors.chat.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the chat from working at this moment, a sentence for each thing. Thread-safe. */
final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);

  /** Nobody reads more. */
  static final int MAX = 100;

  /** Guarded by this. */
  private final Map<String, String> sentences = new LinkedHashMap<>();

  /**
   * Notes that something is wrong.
   *
   * @param thing what it is with, such as a room
   */
  synchronized void note(String thing, String sentence) {
    if (sentences.size() < MAX || sentences.containsKey(thing)) {
      String before = sentences.put(thing, sentence);
      if (!sentence.equals(before)) {
        log.warn("{}", sentence);
      }
    }
  }

  synchronized void clear(String thing) {
    sentences.remove(thing);
  }

  synchronized List<String> all() {
    return List.copyOf(sentences.values());
  }
}
