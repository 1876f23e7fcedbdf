package reroll.bot.config;

/** A value that cannot stand where it stands; the message says what it is and what to write. */
final class BadValue extends Exception {
  BadValue(String message) {
    super(message);
  }
}
