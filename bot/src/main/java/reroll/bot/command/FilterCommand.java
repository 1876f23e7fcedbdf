package reroll.bot.command;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reroll.bot.digest.Window;
import reroll.bot.digest.WindowWords;
import reroll.bot.filter.BadFilter;
import reroll.bot.filter.Filter;
import reroll.bot.filter.Traits;
import reroll.bot.series.Revision;
import reroll.templates.answer.FilterTestView;

/** {@code !filter test}: what a filter would have let through, before somebody subscribes to it. */
final class FilterCommand implements Command {
  private static final String DEFAULT_WINDOW = "7d";
  private static final int MAX_SHOWN = 10;

  @Override
  public String name() {
    return "filter";
  }

  @Override
  public String arguments() {
    return "test [list] <filter> [window]";
  }

  @Override
  public String summary() {
    return "shows what a filter would have let through, and how many posts a day that is";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "!filter test path:mm/** 7d", "!filter test kvm author:ann -kind:rfc", "!filter test kvm");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    List<String> words = call.request().words();
    if (words.size() < 2 || !words.get(0).equalsIgnoreCase("test")) {
      throw new CannotDo("What is to be tested?");
    }
    Optional<Window> named = window(words.get(words.size() - 1), call);
    Window window = named.or(() -> window(DEFAULT_WINDOW, call)).orElseThrow();
    List<String> topic = words.subList(1, words.size() - (named.isPresent() ? 1 : 0));
    return Answer.now(view(filter(topic, call), window, call));
  }

  private static Optional<Window> window(String word, Call call) {
    try {
      return Optional.of(WindowWords.parse(word, call.now(), call.known().calendar()));
    } catch (IllegalArgumentException noWindow) {
      return Optional.empty();
    }
  }

  private static Filter filter(List<String> words, Call call) throws CannotDo {
    Optional<ListInfo> list = words.stream().findFirst().flatMap(call.known()::list);
    Filter filter = TopicWords.filter(words.subList(list.isPresent() ? 1 : 0, words.size()), call);
    return list.isPresent() ? on(list.get(), filter, call) : filter;
  }

  private static Filter on(ListInfo list, Filter filter, Call call) throws CannotDo {
    try {
      return call.known().filters().parse("list:" + list.name() + " " + filter);
    } catch (BadFilter e) {
      throw new CannotDo(e.getMessage());
    }
  }

  private static FilterTestView view(Filter filter, Window window, Call call) {
    List<Revision> posted =
        call.known().tracker().series().stream()
            .flatMap(series -> series.revisions().stream())
            .filter(revision -> window.holds("", revision.began()) && isOfAList(revision, call))
            .sorted(Comparator.comparingLong(Revision::number).reversed())
            .toList();
    List<Revision> found = posted.stream().filter(r -> filter.matches(Traits.of(r))).toList();
    return new FilterTestView(
        filter.toString(),
        window.period(),
        posted.size(),
        found.size(),
        aDay(found.size(), window),
        found.stream().limit(MAX_SHOWN).map(revision -> row(revision, call)).toList(),
        Math.max(0, found.size() - MAX_SHOWN));
  }

  /** What an archive was asked for is known, but would not have been told. */
  private static boolean isOfAList(Revision revision, Call call) {
    return revision.head().lists().stream().anyMatch(name -> call.known().list(name).isPresent());
  }

  private static String aDay(int posts, Window window) {
    double days =
        Math.max(1, Duration.between(window.from(), window.to()).toSeconds())
            / (double) Duration.ofDays(1).toSeconds();
    return String.format(Locale.ROOT, "%.1f", posts / days);
  }

  private static FilterTestView.Row row(Revision revision, Call call) {
    return new FilterTestView.Row(
        revision.series().toString(),
        revision.label(),
        revision.title(),
        SeriesAnswers.url(revision.head(), call.known()),
        revision.author().display());
  }
}
