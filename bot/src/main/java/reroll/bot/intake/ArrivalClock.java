package reroll.bot.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reroll.bot.mail.Mail;

/**
 * Says when each mail of a list arrived, so that order of arrival and order of time are one: a
 * window over time is then a stretch of the archive. The archive's own stamp counts, then what the
 * last server wrote into the mail, then its Date; stamps that go back or lie in the future are bent
 * to the neighbours. Used by one thread at a time.
 */
final class ArrivalClock {
  /** Archives write zero, or a year before there was mail, where they know nothing. */
  private static final Instant FIRST_MAIL = Instant.parse("1980-01-01T00:00:00Z");

  /** Servers' clocks differ by less; a stamp further ahead is the sender's invention. */
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private final Clock clock;
  private Instant last;

  ArrivalClock(Clock clock, Instant last) {
    this.clock = clock;
    this.last = last;
  }

  Instant stamp(Instant archived, Optional<Mail> mail) {
    Optional<Instant> stamp =
        plausible(archived)
            .or(() -> mail.flatMap(Mail::received).flatMap(this::plausible))
            .or(() -> mail.flatMap(Mail::date).flatMap(this::plausible));
    if (stamp.isPresent() && stamp.get().isAfter(last)) {
      last = stamp.get();
    }
    return last;
  }

  private Optional<Instant> plausible(Instant stamp) {
    return stamp.isAfter(FIRST_MAIL) && stamp.isBefore(clock.instant().plus(TOLERANCE))
        ? Optional.of(stamp)
        : Optional.empty();
  }
}
