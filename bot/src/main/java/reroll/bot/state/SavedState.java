package reroll.bot.state;

import java.util.List;
import java.util.Optional;

/**
 * The whole state as a snapshot holds it. Immutable.
 *
 * @param inputs how many inputs made it
 * @param parts no two of one section
 */
record SavedState(long inputs, List<Saved<?>> parts) {
  SavedState {
    parts = List.copyOf(parts);
  }

  /** One part. */
  record Saved<T>(Section<T> section, T value) {}

  /** What was saved of a part; empty where the program that saved did not know it. */
  <T> Optional<T> of(Section<T> section) {
    for (Saved<?> part : parts) {
      if (part.section().name().equals(section.name())) {
        // The section and its value are of one type: that is how the part was made.
        @SuppressWarnings("unchecked")
        T value = (T) part.value();
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
