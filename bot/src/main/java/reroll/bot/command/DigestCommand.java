package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reroll.bot.digest.Digest;
import reroll.bot.digest.DigestBuilder;
import reroll.bot.digest.DigestViews;
import reroll.bot.digest.Mailmap;
import reroll.bot.digest.Window;
import reroll.bot.digest.WindowWords;
import reroll.bot.words.Nearest;

/** {@code !digest}: what happened on a list, on one screen. */
final class DigestCommand implements Command {
  private static final String DEFAULT_WINDOW = "24h";

  @Override
  public String name() {
    return "digest";
  }

  @Override
  public String arguments() {
    return "[list] [window]";
  }

  @Override
  public String summary() {
    return "says what happened on a list; a window is 24h, 7d, today, or two dates";
  }

  @Override
  public List<String> examples() {
    return List.of("!digest", "!digest kvm 7d", "!digest kvm 2026-03-01..2026-03-08");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    List<String> words = call.request().words();
    Optional<ListInfo> named = call.known().list(call.word(0));
    ListInfo list = named.isPresent() ? named.get() : onlyList(call);
    String said = String.join(" ", words.subList(named.isPresent() ? 1 : 0, words.size()));
    Window window = window(said, call);
    Digest digest =
        new DigestBuilder(list.name(), window, Mailmap.EMPTY, false)
            .build(call.known().tracker().series());
    return Answer.now(
        DigestViews.screen(
            digest,
            mail -> SeriesAnswers.url(mail, call.known()),
            DigestGaps.of(list, window, call.known())));
  }

  /** The list that is meant where none is named: the only one. */
  private static ListInfo onlyList(Call call) throws CannotDo {
    List<ListInfo> lists = call.known().lists();
    boolean looksLikeWindow = call.word(0).isEmpty() || isWindow(call.request().rest(), call);
    if (lists.size() == 1 && looksLikeWindow) {
      return lists.get(0);
    }
    String names = lists.stream().map(ListInfo::name).collect(Collectors.joining(", "));
    if (looksLikeWindow) {
      throw new CannotDo("Which list? I read " + names + ".");
    }
    String nearest =
        Nearest.of(call.word(0), lists.stream().map(ListInfo::name).toList())
            .map(name -> " Did you mean " + name + "?")
            .orElse("");
    throw new CannotDo(
        "'"
            + call.word(0)
            + "' is neither a list nor a window."
            + nearest
            + " I read "
            + names
            + "; windows are "
            + WindowWords.EXAMPLES
            + ".");
  }

  private static boolean isWindow(String text, Call call) {
    try {
      WindowWords.parse(text, call.now(), call.known().zone());
      return true;
    } catch (IllegalArgumentException noWindow) {
      return false;
    }
  }

  private static Window window(String text, Call call) throws CannotDo {
    try {
      return WindowWords.parse(
          text.isBlank() ? DEFAULT_WINDOW : text, call.now(), call.known().zone());
    } catch (IllegalArgumentException e) {
      throw new CannotDo(e.getMessage());
    }
  }
}
