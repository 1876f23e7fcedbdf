package reroll.bot.state;

/**
 * How one part of the state stands in a snapshot, under a name of its own. What the bot learns to
 * remember is one class of these and one line in {@link BotState}; snapshots without it are taken
 * up as before.
 *
 * @param <T> the part as it is saved; immutable
 */
interface Section<T> {
  /** Never changes, and is never given to another part. */
  String name();

  /** Which of its forms is written: 1, or more when others were written before. */
  default int form() {
    return 1;
  }

  void write(T part, PackedOutput out);

  /**
   * Reads what was written once.
   *
   * @param form in which it was written, from 1 up to {@link #form()}
   */
  T read(PackedInput in, int form);
}
