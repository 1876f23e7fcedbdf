package reroll.bot.command;

/** A command that cannot be carried out as it was said. The message is for the one who said it. */
public final class CannotDo extends Exception {
  public CannotDo(String message) {
    super(message);
  }
}
