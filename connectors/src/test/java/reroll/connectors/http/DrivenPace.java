package reroll.connectors.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A clock that goes on only by what is slept, and by what the test says. Thread-safe. */
final class DrivenPace extends Clock {
  private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());

  /** Guarded by this. */
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");

  /** A pace with this clock. */
  Pace of(Duration gap) {
    return new Pace(
        gap,
        this,
        wait -> {
          slept.add(wait);
          forward(wait);
        });
  }

  synchronized void forward(Duration time) {
    now = now.plus(time);
  }

  /** How long was slept each time. */
  List<Duration> slept() {
    return List.copyOf(slept);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
