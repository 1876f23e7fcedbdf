package reroll.bot.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import reroll.bot.command.Commands;
import reroll.bot.command.Request;
import reroll.connectors.chat.Incoming;

/** Counts the commands and the time that they take. Thread-safe. */
final class CommandTally {
  /** What people invent is one row, however much they invent. */
  private static final String UNKNOWN = "unknown";

  private final Clock clock;

  /** A row for each command from the beginning. */
  private final Map<String, Vitals.CommandCount> counts = new ConcurrentHashMap<>();

  CommandTally(Clock clock) {
    this.clock = clock;
    new Commands().words().forEach(word -> begin(word.substring(1)));
    begin(UNKNOWN);
  }

  private void begin(String name) {
    counts.put(name, new Vitals.CommandCount(name, 0, Duration.ZERO));
  }

  /** The same, counted where it is a command. */
  Consumer<Incoming> counting(Consumer<Incoming> hear) {
    return said -> {
      Instant start = clock.instant();
      hear.accept(said);
      Request.parse(said.text(), said.direct())
          .ifPresent(request -> count(request.name(), Duration.between(start, clock.instant())));
    };
  }

  private void count(String said, Duration took) {
    String name = counts.containsKey(said) ? said : UNKNOWN;
    counts.merge(name, new Vitals.CommandCount(name, 1, took), CommandTally::sum);
  }

  private static Vitals.CommandCount sum(Vitals.CommandCount a, Vitals.CommandCount b) {
    return new Vitals.CommandCount(a.name(), a.count() + b.count(), a.took().plus(b.took()));
  }

  List<Vitals.CommandCount> all() {
    return counts.values().stream()
        .sorted(Comparator.comparing(Vitals.CommandCount::name))
        .toList();
  }
}
