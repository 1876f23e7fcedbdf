package reroll.bot.state;

import java.util.List;

/** News that are held until no more comes. */
record GatheringSection() implements Section<List<Gathering.Queue>> {
  @Override
  public String name() {
    return "gathering";
  }

  @Override
  public void write(List<Gathering.Queue> queues, PackedOutput out) {
    out.list(queues, queue -> write(queue, out));
  }

  private static void write(Gathering.Queue queue, PackedOutput out) {
    out.name(queue.channel());
    out.list(queue.passed(), out::instant);
    out.list(
        queue.held(),
        held -> {
          out.number(held.revision());
          out.name(held.why());
        });
    out.instant(queue.first());
    out.instant(queue.last());
  }

  @Override
  public List<Gathering.Queue> read(PackedInput in, int form) {
    return in.list(
        () ->
            new Gathering.Queue(
                in.name(),
                in.list(in::instant),
                in.list(() -> new Gathering.Held(in.number(), in.name())),
                in.instant(),
                in.instant()));
  }
}
