package reroll.bot.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;
import reroll.bot.digest.Window;

/**
 * The moments at which something comes again and again, by a clock on the wall. A time that the
 * clock jumps over in spring comes as much later as the clock jumps; one that it shows twice in
 * autumn comes the first time. Immutable.
 *
 * @param words as people said it, without the zone
 * @param cron as Quartz reads it; at most one minute of an hour, so that an hour at least lies
 *     between two moments
 */
public record Timetable(String words, String cron, ZoneId zone) {
  /** Wider than any jump of a clock. */
  private static final Duration JUMP = Duration.ofHours(25);

  /** How far back a last time is looked for: a day, a week, a month, a leap year. */
  private static final List<Duration> BACK =
      List.of(Duration.ofDays(2), Duration.ofDays(8), Duration.ofDays(32), Duration.ofDays(367));

  /** The next moment behind another; empty where there is none any more. */
  public Optional<Instant> after(Instant moment) {
    CronExpression expression = expression();
    LocalDateTime start = moment.minus(JUMP).atZone(zone).toLocalDateTime();
    Optional<LocalDateTime> local = next(expression, start);
    while (local.isPresent() && !at(local.get()).isAfter(moment)) {
      local = next(expression, local.get());
    }
    return local.map(this::at);
  }

  /** The last moment up to another; that other where there was none for a year. */
  public Instant lastUntil(Instant moment) {
    for (Duration back : BACK) {
      Optional<Instant> last = Optional.empty();
      Optional<Instant> next = after(moment.minus(back));
      while (next.isPresent() && !next.get().isAfter(moment)) {
        last = next;
        next = after(next.get());
      }
      if (last.isPresent()) {
        return last.get();
      }
    }
    return moment;
  }

  /** On a wall whose clock never jumps; {@link #at} puts the jumps in. */
  private static Optional<LocalDateTime> next(CronExpression expression, LocalDateTime local) {
    Date next = expression.getNextValidTimeAfter(Date.from(local.toInstant(ZoneOffset.UTC)));
    return Optional.ofNullable(next)
        .map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
  }

  private Instant at(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }

  private CronExpression expression() {
    try {
      CronExpression expression = new CronExpression(cron);
      expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
      return expression;
    } catch (ParseException e) {
      throw new IllegalArgumentException(cron + " is no cron expression", e);
    }
  }

  @Override
  public String toString() {
    return words + " " + Window.zoneName(zone);
  }
}
