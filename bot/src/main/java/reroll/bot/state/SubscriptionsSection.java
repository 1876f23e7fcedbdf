package reroll.bot.state;

import java.util.List;
import reroll.bot.follow.Subscription;
import reroll.bot.follow.Subscription.Topic;

/** Who subscribed to what. */
record SubscriptionsSection() implements Section<List<Subscription>> {
  @Override
  public String name() {
    return "subscriptions";
  }

  @Override
  public void write(List<Subscription> subscriptions, PackedOutput out) {
    out.list(subscriptions, subscription -> write(subscription, out));
  }

  private static void write(Subscription subscription, PackedOutput out) {
    out.text(subscription.topic().channel());
    out.optional(subscription.topic().list(), out::text);
    out.text(subscription.topic().filter());
    out.text(subscription.by());
    out.instant(subscription.since());
    out.number(subscription.seen());
    out.flag(subscription.configured());
  }

  @Override
  public List<Subscription> read(PackedInput in, int form) {
    return in.list(
        () ->
            new Subscription(
                new Topic(in.text(), in.optional(in::text), in.text()),
                in.text(),
                in.instant(),
                in.number(),
                in.flag()));
  }
}
