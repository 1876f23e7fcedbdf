package reroll.connectors.chat.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by what is slept beside the time that really passes. Thread-safe. */
final class Steps extends Clock {
  private final Clock real = Clock.systemUTC();

  /** Guarded by this. */
  private Duration ahead = Duration.ZERO;

  synchronized void sleep(Duration wait) {
    ahead = ahead.plus(wait);
  }

  @Override
  public synchronized Instant instant() {
    return real.instant().plus(ahead);
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
