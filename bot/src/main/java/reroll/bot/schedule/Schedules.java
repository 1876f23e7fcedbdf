package reroll.bot.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import reroll.bot.digest.Window;
import reroll.bot.series.Arrival;

/**
 * All schedules, and up to where each has told: its windows join without a gap and without an
 * overlap, whatever happens between them. State thread only.
 */
public final class Schedules {
  /** More that people ask for are refused with a message. */
  public static final int MAX = 500;

  private final Map<String, Schedule> schedules = new LinkedHashMap<>();
  private final Map<String, Progress> progress = new HashMap<>();

  /** When each comes next; computed from the others. */
  private final Map<String, Instant> next = new HashMap<>();

  private long lastNumber;

  /** With those of the configuration. */
  public Schedules(List<Schedule> configured) {
    configured.forEach(schedule -> schedules.put(schedule.name(), schedule));
  }

  /** A digest that is due, over all that its schedule has not told. */
  public record Due(Schedule schedule, Window window) {}

  /** A name that no other schedule has had. */
  public String newName() {
    return Long.toString(lastNumber + 1);
  }

  /**
   * Adds one under a {@link #newName}; its first window begins where the last would have ended.
   *
   * @return when it comes first; empty if there are too many
   */
  public Optional<Instant> add(Schedule schedule, Instant now) {
    if (schedules.size() >= MAX) {
      return Optional.empty();
    }
    lastNumber++;
    schedules.put(schedule.name(), schedule);
    reach(schedule, schedule.timetable().lastUntil(now));
    return next(schedule);
  }

  private void reach(Schedule schedule, Instant end) {
    progress.put(schedule.name(), Progress.at(schedule.name(), end));
    computeNext(schedule);
  }

  private void computeNext(Schedule schedule) {
    Instant reached = progress.get(schedule.name()).reached();
    schedule
        .timetable()
        .after(reached)
        .ifPresentOrElse(
            moment -> next.put(schedule.name(), moment), () -> next.remove(schedule.name()));
  }

  /** Ends some of those that people asked for; returns how many there were. */
  public int remove(Predicate<Schedule> which) {
    List<String> ended =
        schedules.values().stream()
            .filter(schedule -> !schedule.isConfigured() && which.test(schedule))
            .map(Schedule::name)
            .toList();
    ended.forEach(this::forget);
    return ended.size();
  }

  private void forget(String name) {
    schedules.remove(name);
    progress.remove(name);
    next.remove(name);
  }

  public List<Schedule> in(String channel) {
    return schedules.values().stream().filter(s -> s.channel().equals(channel)).toList();
  }

  /** When one comes next; empty where it does not, or its first time is not known so far. */
  public Optional<Instant> next(Schedule schedule) {
    return Optional.ofNullable(next.get(schedule.name()));
  }

  /** When the time is to be told at the latest; empty while nothing waits for it. */
  public Optional<Instant> nextDue() {
    return schedules.values().stream().allMatch(s -> progress.containsKey(s.name()))
        ? next.values().stream().min(Instant::compareTo)
        : Optional.of(Instant.EPOCH);
  }

  /**
   * What is due by now: after a downtime one digest for all of the time that was missed. What is
   * handed out counts as told.
   */
  public List<Due> due(Instant now) {
    List<Due> due = new ArrayList<>();
    for (Schedule schedule : schedules.values()) {
      if (!progress.containsKey(schedule.name())) {
        reach(schedule, schedule.timetable().lastUntil(now));
      } else if (next(schedule).filter(moment -> !moment.isAfter(now)).isPresent()) {
        due.add(take(schedule, now));
      }
    }
    return due;
  }

  private Due take(Schedule schedule, Instant now) {
    Progress told = progress.get(schedule.name());
    Instant end = schedule.timetable().lastUntil(now);
    reach(schedule, end);
    return new Due(
        schedule,
        Window.between(told.reached(), end, schedule.timetable().zone()).with(told.late()));
  }

  /**
   * Takes note of a mail that came in.
   *
   * @param concerned the schedules whose lists it reached with this, and not before
   */
  public void came(Arrival arrival, Predicate<Schedule> concerned) {
    for (Schedule schedule : schedules.values()) {
      Progress told = progress.get(schedule.name());
      if (told != null && arrival.at().isBefore(told.reached()) && concerned.test(schedule)) {
        progress.put(schedule.name(), told.with(arrival));
      }
    }
  }

  /** As it is saved. */
  public record Saved(List<Schedule> asked, List<Progress> progress, long lastNumber) {}

  public Saved save() {
    return new Saved(
        schedules.values().stream().filter(schedule -> !schedule.isConfigured()).toList(),
        schedules.keySet().stream().filter(progress::containsKey).map(progress::get).toList(),
        lastNumber);
  }

  /** Takes up what a snapshot held; what stands in the configuration no more is forgotten. */
  public void restore(Saved saved) {
    lastNumber = saved.lastNumber();
    saved.asked().forEach(schedule -> schedules.put(schedule.name(), schedule));
    saved.progress().stream()
        .filter(told -> schedules.containsKey(told.name()))
        .forEach(told -> progress.put(told.name(), told));
    schedules.values().stream()
        .filter(schedule -> progress.containsKey(schedule.name()))
        .forEach(this::computeNext);
  }
}
