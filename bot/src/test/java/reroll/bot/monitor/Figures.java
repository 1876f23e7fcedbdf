package reroll.bot.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reroll.bot.run.Vitals;

/** A bot of which there is nothing but its figures. */
final class Figures implements Patient {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  volatile int follows = 5;

  @Override
  public Vitals vitals() {
    return of(follows, true, List.of());
  }

  static Vitals good() {
    return of(5, true, List.of());
  }

  static Vitals bad() {
    return of(5, false, List.of("nobody opens the door"));
  }

  private static Vitals of(int follows, boolean looked, List<String> troubles) {
    return new Vitals(
        NOW,
        NOW.minusSeconds(300),
        Duration.ofMillis(2),
        List.of(
            new Vitals.OfList("pond", 1234, 2, looked, Duration.ofMinutes(1), Optional.empty(), 3)),
        List.of(new Vitals.OfChat("work", 2, 1, Duration.ofSeconds(7), 100, 1, 6, troubles)),
        40,
        900,
        follows,
        0,
        List.of(new Vitals.CommandCount("digest", 4, Duration.ofMillis(500))));
  }
}
