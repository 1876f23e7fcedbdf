package reroll.connectors.chat.slack;

import java.util.Optional;
import java.util.Set;

/**
 * What is there of a post. Immutable.
 *
 * @param first the name of its first message
 * @param root the root of the thread in which further messages and the file stand
 * @param there the parts that are there, from 1
 * @param parts how many there have to be; 0 where nothing is known
 * @param file what goes along
 */
record Found(
    Optional<String> first, String root, Set<Integer> there, int parts, Optional<String> file) {
  static final Found NOTHING = new Found(Optional.empty(), "", Set.of(), 0, Optional.empty());

  boolean has(int part) {
    return there.contains(part);
  }

  boolean isWhole() {
    return first.isPresent() && there.size() >= parts;
  }
}
