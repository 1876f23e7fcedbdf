package reroll.bot.state;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A part of the state that outlives the process. State thread only.
 *
 * @param save makes an immutable copy
 * @param restore takes up what was saved; called once at most, before the first input
 */
record Part<T>(Section<T> section, Supplier<T> save, Consumer<T> restore) {
  SavedState.Saved<T> saved() {
    return new SavedState.Saved<>(section, save.get());
  }

  void restore(SavedState state) {
    state.of(section).ifPresent(restore);
  }
}
