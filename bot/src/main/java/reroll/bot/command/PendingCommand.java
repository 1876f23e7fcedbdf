package reroll.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.review.Standing;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.templates.answer.PendingView;

/** {@code !pending}: what has waited for others so long. */
final class PendingCommand implements Command {
  private static final Duration DEFAULT = Duration.ofDays(14);

  /** What nobody spoke of for so long is not waited for any more. */
  private static final Duration FORGOTTEN = Duration.ofDays(180);

  private static final Pattern DAYS = Pattern.compile("(\\d{1,3})d");
  private static final int MAX_ROWS = 20;
  private static final int MAX_REPEATED = 100;

  @Override
  public String name() {
    return "pending";
  }

  @Override
  public String arguments() {
    return "[list] [14d]";
  }

  @Override
  public String summary() {
    return "names what has waited so long for a review or for somebody to apply it";
  }

  @Override
  public List<String> examples() {
    return List.of("!pending", "!pending kvm", "!pending kvm 14d");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    Duration atLeast = DEFAULT;
    Optional<ListInfo> list = Optional.empty();
    for (String word : call.request().words()) {
      Matcher days = DAYS.matcher(word);
      Optional<ListInfo> named = call.known().list(word);
      if (days.matches()) {
        atLeast = Duration.ofDays(Long.parseLong(days.group(1)));
      } else if (named.isPresent()) {
        list = named;
      } else {
        throw new CannotDo("'" + shortened(word) + "' is neither a list nor a time such as 14d.");
      }
    }
    return Answer.now(view(call, list, atLeast));
  }

  private static PendingView view(Call call, Optional<ListInfo> list, Duration atLeast) {
    Instant until = call.now().minus(atLeast);
    List<PendingView.Row> rows = new ArrayList<>();
    int more = 0;
    List<Revision> waiting =
        call.known().tracker().series().stream()
            .map(Series::latest)
            .filter(revision -> isAsked(revision, list, call.now().minus(FORGOTTEN), until))
            .sorted(Comparator.comparing(Revision::began).reversed())
            .toList();
    for (Revision revision : waiting) {
      Standing standing = Standing.of(revision);
      if (standing.kind().isForOthers() && !standing.since().isAfter(until)) {
        if (rows.size() < MAX_ROWS) {
          rows.add(row(revision, standing, call));
        } else {
          more++;
        }
      }
    }
    return new PendingView(list.map(ListInfo::name).orElse(""), (int) atLeast.toDays(), rows, more);
  }

  private static boolean isAsked(
      Revision revision, Optional<ListInfo> list, Instant from, Instant until) {
    return !revision.isStable()
        && !revision.isPull()
        && !revision.began().isBefore(from)
        && !revision.began().isAfter(until)
        && (list.isEmpty() || revision.head().lists().contains(list.get().name()));
  }

  private static PendingView.Row row(Revision revision, Standing standing, Call call) {
    return new PendingView.Row(
        revision.series().toString(),
        revision.label(),
        revision.title(),
        SeriesAnswers.url(revision.head(), call.known()),
        revision.author().display(),
        StandingAnswers.words(standing, revision),
        Ago.of(standing.since(), call.now()));
  }

  private static String shortened(String word) {
    return word.length() <= MAX_REPEATED ? word : word.substring(0, MAX_REPEATED) + "…";
  }
}
