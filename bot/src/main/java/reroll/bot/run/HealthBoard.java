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

  void succeeded(String list, Instant now) {
    byList.put(list, new SourceHealth(list, Optional.of(now), Optional.empty(), Optional.empty()));
  }

  void failed(String list, String what, Instant now) {
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

  List<SourceHealth> all() {
    return List.copyOf(byList.values());
  }
}
