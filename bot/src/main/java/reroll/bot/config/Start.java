package reroll.bot.config;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * From where a list is read when it is read for the first time. Immutable.
 *
 * @param back so long before that first time; zero for what comes from then on
 * @param day from the beginning of this day
 */
public record Start(Optional<Duration> back, Optional<LocalDate> day) {
  /** From the archive's beginning. */
  public static final Start ALL = new Start(Optional.empty(), Optional.empty());

  public static Start back(Duration time) {
    return new Start(Optional.of(time), Optional.empty());
  }

  public static Start on(LocalDate day) {
    return new Start(Optional.empty(), Optional.of(day));
  }

  /**
   * The moment that is meant.
   *
   * @param now when the list is read for the first time
   * @param zone of days
   * @return empty for all of the archive
   */
  public Optional<Instant> at(Instant now, ZoneId zone) {
    return back.map(now::minus).or(() -> day.map(date -> date.atStartOfDay(zone).toInstant()));
  }
}
