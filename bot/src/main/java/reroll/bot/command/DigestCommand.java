package reroll.bot.command;

import java.util.List;
import reroll.bot.digest.DigestForm;
import reroll.bot.digest.DigestOrder;
import reroll.bot.digest.Scope;
import reroll.bot.digest.Window;
import reroll.bot.digest.WindowWords;

/** {@code !digest}: what happened on one or more lists, on one screen or with all of it. */
final class DigestCommand implements Command {
  private static final String DEFAULT_WINDOW = "24h";

  @Override
  public String name() {
    return "digest";
  }

  @Override
  public String arguments() {
    return "[list|group|all] [window] [brief|full|classic]";
  }

  @Override
  public String summary() {
    return "says what happened on lists; a window is 24h, 7d, today, since monday, or two dates;"
        + " full and classic have all of it as a file";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "!digest",
        "!digest kvm 7d",
        "!digest all since monday",
        "!digest kvm 2026-03-01..2026-03-08 full");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    DigestWords words = DigestWords.of(call.request().words(), call.known().scopes());
    Window window = window(words, call);
    Scope scope = words.scope().isPresent() ? words.scope().get() : call.known().scopes().only();
    DigestOrder order = new DigestOrder(scope, window, words.form());
    String gaps = DigestGaps.of(scope, window, call.known());
    if (order.form() == DigestForm.BRIEF) {
      return Answer.now(DigestAnswers.screen(order, gaps, call.known()));
    }
    DigestAnswers.checkSize(order, call.known());
    return new Answer.WithFile(order, gaps);
  }

  private static Window window(DigestWords words, Call call) throws CannotDo {
    try {
      return WindowWords.parse(
          words.rest().isEmpty() ? DEFAULT_WINDOW : words.text(), call.now(), call.known().zone());
    } catch (IllegalArgumentException e) {
      throw new CannotDo(words.scope().isPresent() ? e.getMessage() : refusal(words, call));
    }
  }

  private static String refusal(DigestWords words, Call call) {
    Scopes scopes = call.known().scopes();
    return "'"
        + words.rest().get(0)
        + "' is neither a list nor a window."
        + scopes.nearest(words.rest().get(0))
        + " "
        + scopes.reads()
        + "; windows are "
        + WindowWords.EXAMPLES
        + ".";
  }
}
