package reroll.bot.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reroll.bot.command.SourceHealth;

/** How the reading of each list goes at the moment. Not part of the state. Thread-safe. */
final class HealthBoard {
  private final Map<String, SourceHealth> byList = new ConcurrentHashMap<>();
  private final Map<String, Long> failures = new ConcurrentHashMap<>();

  void succeeded(String list, Instant now) {
    byList.put(list, new SourceHealth(list, Optional.of(now), Optional.empty(), Optional.empty()));
  }

  void failed(String list, String what, Instant now) {
    failures.merge(list, 1L, Long::sum);
    byList.compute(
        list,
        (name, last) -> {
          Optional<SourceHealth> before = Optional.ofNullable(last);
          return new SourceHealth(
              list,
              before.flatMap(SourceHealth::lastSuccess),
              Optional.of(what),
              before.flatMap(SourceHealth::failingSince).or(() -> Optional.of(now)));
        });
  }

  /** How many tries to read a list have failed. */
  long failures(String list) {
    return failures.getOrDefault(list, 0L);
  }

  List<SourceHealth> all() {
    return List.copyOf(byList.values());
  }
}
