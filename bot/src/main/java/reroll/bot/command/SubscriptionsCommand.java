package reroll.bot.command;

import java.util.List;
import reroll.bot.follow.Subscription;
import reroll.bot.follow.Subscriptions;
import reroll.templates.answer.SubscriptionsView;

/** {@code !subscriptions}: what this channel subscribed. */
final class SubscriptionsCommand implements Command {
  @Override
  public String name() {
    return "subscriptions";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "lists the subscriptions of this channel";
  }

  @Override
  public List<String> examples() {
    return List.of("!subscriptions");
  }

  @Override
  public Answer answer(Call call) {
    Subscriptions subscriptions = call.known().audience().subscriptions();
    return Answer.now(
        new SubscriptionsView(
            subscriptions.in(call.speaker().channel()).stream()
                .filter(subscription -> !subscription.isFollow())
                .map(subscription -> row(subscription, call.known()))
                .toList()));
  }

  /** One subscription, or follow of a filter, in a list. */
  static SubscriptionsView.Row row(Subscription subscription, Call.Knowledge known) {
    return new SubscriptionsView.Row(
        subscription.topic().words(),
        SeriesAnswers.day(subscription.since(), known.zone()),
        subscription.by(),
        subscription.configured(),
        known.audience().subscriptions().problem(subscription).orElse(""));
  }
}
