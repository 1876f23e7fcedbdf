package reroll.bot.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import reroll.bot.command.Call;
import reroll.bot.command.DigestAnswers;
import reroll.bot.command.DigestGaps;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.PostId;
import reroll.bot.digest.Digest;
import reroll.bot.digest.DigestForm;
import reroll.bot.digest.DigestOrder;
import reroll.bot.digest.Scope;
import reroll.bot.filter.BadFilter;
import reroll.bot.schedule.Schedule;
import reroll.bot.schedule.Schedules;
import reroll.bot.series.Arrival;
import reroll.templates.answer.ProblemView;

/** Makes the digests that are due. State thread only. */
final class Scheduling {
  private final Schedules schedules;
  private final Digesting digesting;
  private final Owing owing;
  private final BiFunction<List<SourceHealth>, String, Call.Knowledge> known;

  Scheduling(
      Schedules schedules,
      Digesting digesting,
      Owing owing,
      BiFunction<List<SourceHealth>, String, Call.Knowledge> known) {
    this.schedules = schedules;
    this.digesting = digesting;
    this.owing = owing;
    this.known = known;
  }

  void take(Input.DigestsDue time) {
    for (Schedules.Due due : schedules.due(time.at())) {
      Call.Knowledge now = known.apply(time.health(), due.schedule().channel());
      Optional<Scope> scope = now.scopes().named(due.schedule().scope());
      Optional<ProblemView> problem =
          scope.isEmpty() ? Optional.of(homeless(due.schedule())) : unreadable(due.schedule(), now);
      if (problem.isPresent()) {
        owing.tell(id(due), due.schedule().channel(), problem.get(), time.at());
      } else {
        make(due, scope.get(), now, time.at());
      }
    }
  }

  /** The end of the period stands in the identity: there is one digest for each. */
  private static PostId id(Schedules.Due due) {
    return PostId.of(
        due.schedule().channel(), "digest", due.schedule().name() + " " + due.window().to());
  }

  private static ProblemView homeless(Schedule schedule) {
    return new ProblemView(
        "Schedule "
            + schedule.name()
            + " is about "
            + schedule.scope()
            + ", which I do not read any more.",
        "Say !unschedule " + schedule.name() + ", or put the list back into the configuration.");
  }

  /** What is wrong with the filter of a schedule, since a team or list is gone. */
  private static Optional<ProblemView> unreadable(Schedule schedule, Call.Knowledge now) {
    try {
      now.filters().parse(schedule.filter());
      return Optional.empty();
    } catch (BadFilter e) {
      return Optional.of(
          new ProblemView(
              "Schedule " + schedule.name() + " cannot be kept. " + e.getMessage(),
              "Say !unschedule " + schedule.name() + ", or mend the configuration."));
    }
  }

  private void make(Schedules.Due due, Scope scope, Call.Knowledge now, Instant at) {
    DigestOrder order = order(due, scope);
    Digest digest = DigestAnswers.digest(order, now);
    String gaps = DigestGaps.of(scope, due.window(), now);
    if (digest.isQuiet() && !isBlind(scope, now)) {
      return;
    }
    if (order.form() == DigestForm.BRIEF || digest.isQuiet()) {
      owing.digest(id(due), due.schedule().channel(), DigestAnswers.screen(digest, gaps, now), at);
    } else {
      digesting.ask(
          new DigestFile(id(due), due.schedule().channel(), Optional.empty(), at, order, gaps));
    }
  }

  private static DigestOrder order(Schedules.Due due, Scope scope) {
    Schedule schedule = due.schedule();
    return new DigestOrder(scope, due.window(), schedule.form(), schedule.filter());
  }

  private static boolean isBlind(Scope scope, Call.Knowledge now) {
    return now.health().stream()
        .anyMatch(health -> health.failing().isPresent() && scope.lists().contains(health.list()));
  }

  /**
   * Takes note of a mail that came in, for the windows that it is late for.
   *
   * @param list that brought it now
   * @param before lists that had brought it already
   */
  void came(Arrival arrival, String list, Collection<String> before) {
    schedules.came(arrival, schedule -> isNew(schedule, list, before));
  }

  private boolean isNew(Schedule schedule, String list, Collection<String> before) {
    return known
        .apply(List.of(), schedule.channel())
        .scopes()
        .named(schedule.scope())
        .filter(scope -> scope.lists().contains(list) && !scope.holdsAny(before))
        .isPresent();
  }
}
