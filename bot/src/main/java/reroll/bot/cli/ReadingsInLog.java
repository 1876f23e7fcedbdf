package reroll.bot.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.intake.FirstReading;

/** First readings as lines in the log, now and then, and one at the end. Thread-safe. */
final class ReadingsInLog implements Consumer<FirstReading> {
  private static final Logger log = LoggerFactory.getLogger(ReadingsInLog.class);
  private static final Duration STEP = Duration.ofSeconds(30);

  /** By list: when its last line was written. */
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  @Override
  public void accept(FirstReading reading) {
    Instant last = told.getOrDefault(reading.list(), reading.began());
    if (reading.over()) {
      log.info("read for the first time: {}", reading.line());
    } else if (!last.plus(STEP).isAfter(reading.now())) {
      told.put(reading.list(), reading.now());
      log.info("reading for the first time: {}", reading.line());
    }
  }
}
