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
    byList.put(list, new SourceHealth(list, Optional.of(now), Optional.empty()));
  }

  void failed(String list, String what) {
    byList.compute(
        list,
        (name, before) ->
            new SourceHealth(
                list,
                Optional.ofNullable(before).flatMap(SourceHealth::lastSuccess),
                Optional.of(what)));
  }

  List<SourceHealth> all() {
    return List.copyOf(byList.values());
  }
}
