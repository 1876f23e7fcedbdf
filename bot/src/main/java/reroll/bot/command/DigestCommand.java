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
    return "[list|group|all] [window] [filter] [brief|full|classic]";
  }

  @Override
  public String summary() {
    return "says what happened on lists; a window is 24h, 7d, today, since monday, two dates"
        + " or tags; a filter says of what alone;"
        + " full and classic have all of it as a file";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "!digest",
        "!digest kvm 7d",
        "!digest all since monday",
        "!digest kvm 7d path:virt/** -kind:rfc",
        "!digest kvm 2026-03-01..2026-03-08 full");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    DigestWords words = DigestWords.of(call.request().words(), call.known().scopes());
    DigestWords.Parted parted =
        words.parted(text -> isWindow(text, call), call.known().filters()::isFilter);
    Window window = window(parted.window(), words, call);
    Scope scope = words.scope().isPresent() ? words.scope().get() : call.known().scopes().only();
    String filter = filter(parted.filter(), words, call);
    DigestOrder order = new DigestOrder(scope, window, words.form(), filter);
    String gaps = DigestGaps.of(scope, window, call.known());
    if (order.form() == DigestForm.BRIEF) {
      return Answer.now(DigestAnswers.screen(order, gaps, call.known()));
    }
    DigestAnswers.checkSize(order, call.known());
    return new Answer.WithFile(order, gaps);
  }

  private static boolean isWindow(String text, Call call) {
    try {
      WindowWords.parse(text, call.now(), call.known().calendar());
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static Window window(List<String> said, DigestWords words, Call call) throws CannotDo {
    try {
      return WindowWords.parse(
          said.isEmpty() ? DEFAULT_WINDOW : DigestWords.text(said),
          call.now(),
          call.known().calendar());
    } catch (IllegalArgumentException e) {
      boolean isClear = words.scope().isPresent() || said.get(0).contains("..");
      throw new CannotDo(isClear ? e.getMessage() : refusal(said.get(0), call));
    }
  }

  private static String filter(List<String> said, DigestWords words, Call call) throws CannotDo {
    boolean isNothing = !said.isEmpty() && !call.known().filters().isFilter(said);
    if (isNothing && words.scope().isEmpty()) {
      throw new CannotDo(refusal(said.get(0), call));
    }
    return TopicWords.choice(said, call);
  }

  private static String refusal(String word, Call call) {
    Scopes scopes = call.known().scopes();
    return "'"
        + SeriesFinder.shortened(word)
        + "' is neither a list nor a window."
        + scopes.nearest(word)
        + " "
        + scopes.reads()
        + "; windows are "
        + WindowWords.EXAMPLES
        + ".";
  }
}
