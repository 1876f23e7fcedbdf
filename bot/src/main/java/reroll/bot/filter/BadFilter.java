package reroll.bot.filter;

/** A filter that cannot be read. The message is one sentence for the one who wrote it. */
public final class BadFilter extends Exception {
  private static final long serialVersionUID = 1;

  BadFilter(String message) {
    super(message);
  }
}
