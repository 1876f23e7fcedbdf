package reroll.bot.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reroll.bot.follow.Notifier;

/** What is to be told, and what was. */
record NewsSection() implements Section<Notifier.Saved> {
  @Override
  public String name() {
    return "news";
  }

  /** In the first one, channels were not told apart, and what was posted was not noted. */
  @Override
  public int form() {
    return 2;
  }

  @Override
  public void write(Notifier.Saved news, PackedOutput out) {
    out.list(
        news.waiting().entrySet(),
        revision -> {
          out.number(revision.getKey());
          out.instant(revision.getValue());
        });
    out.list(news.posted(), out::number);
    out.list(
        news.told(),
        told -> {
          out.number(told.revision());
          out.list(told.channels(), out::name);
        });
  }

  @Override
  public Notifier.Saved read(PackedInput in, int form) {
    return form == 1
        ? readForm1(in)
        : new Notifier.Saved(
            waiting(in),
            in.list(in::number),
            in.list(() -> new Notifier.Told(in.number(), in.list(in::name))));
  }

  /** That a post was sent is known to the outbox, too; so none of these is sent again. */
  private static Notifier.Saved readForm1(PackedInput in) {
    Map<Long, Instant> waiting = waiting(in);
    in.list(in::number);
    return new Notifier.Saved(waiting, List.of(), List.of());
  }

  private static Map<Long, Instant> waiting(PackedInput in) {
    Map<Long, Instant> waiting = new LinkedHashMap<>();
    in.list(() -> Map.entry(in.number(), in.instant()))
        .forEach(revision -> waiting.put(revision.getKey(), revision.getValue()));
    return waiting;
  }
}
