package reroll.connectors.chat.matrix;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the chat from working at this moment, a sentence for each thing. Thread-safe. */
final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);

  /** Nobody reads more. */
  static final int MAX = 100;

  /** Guarded by this, as all below. */
  private final Map<String, String> sentences = new LinkedHashMap<>();

  /** What was found to work since somebody asked. */
  private final Set<String> good = new HashSet<>();

  /**
   * Notes that something is wrong.
   *
   * @param thing what it is with, such as a room
   */
  synchronized void note(String thing, String sentence) {
    if (sentences.size() < MAX || sentences.containsKey(thing)) {
      String before = sentences.put(thing, sentence);
      good.remove(thing);
      if (!sentence.equals(before)) {
        log.warn("{}", sentence);
      }
    }
  }

  /** Notes that something works. */
  synchronized void clear(String thing) {
    sentences.remove(thing);
    if (good.size() < MAX) {
      good.add(thing);
    }
  }

  /** Takes out what was found to work since this was asked last. */
  synchronized Set<String> takeGood() {
    Set<String> taken = Set.copyOf(good);
    good.clear();
    return taken;
  }

  /** The sentences by what they are about. */
  synchronized Map<String, String> byThing() {
    return new LinkedHashMap<>(sentences);
  }

  synchronized List<String> all() {
    return List.copyOf(sentences.values());
  }
}
