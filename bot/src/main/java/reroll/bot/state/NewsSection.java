package reroll.bot.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import reroll.bot.follow.Notifier;

/** What is to be told, and what was. */
record NewsSection() implements Section<Notifier.Saved> {
  @Override
  public String name() {
    return "news";
  }

  @Override
  public void write(Notifier.Saved news, PackedOutput out) {
    out.list(
        news.waiting().entrySet(),
        revision -> {
          out.number(revision.getKey());
          out.instant(revision.getValue());
        });
    out.list(news.told(), out::number);
  }

  @Override
  public Notifier.Saved read(PackedInput in, int form) {
    return new Notifier.Saved(waiting(in), in.list(in::number));
  }

  private static Map<Long, Instant> waiting(PackedInput in) {
    Map<Long, Instant> waiting = new LinkedHashMap<>();
    in.list(() -> Map.entry(in.number(), in.instant()))
        .forEach(revision -> waiting.put(revision.getKey(), revision.getValue()));
    return waiting;
  }
}
