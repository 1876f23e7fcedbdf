package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import reroll.bot.follow.Subscription;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.follow.Subscriptions;
import reroll.bot.role.Right;
import reroll.templates.answer.LineView;

/** {@code !subscribe}: this channel hears of all that a filter lets through on a list. */
final class SubscribeCommand implements Command {
  @Override
  public String name() {
    return "subscribe";
  }

  @Override
  public String arguments() {
    return "<list> [filter]";
  }

  @Override
  public String summary() {
    return "tells this channel of new series and versions on a list";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "!subscribe kvm", "!subscribe kvm path:virt/** -kind:stable", "!subscribe kvm author:ann");
  }

  @Override
  public Right right() {
    return Right.SUBSCRIBE;
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    Topic topic = TopicWords.onList(call.request().words(), call);
    return Answer.now(new LineView(begin(topic, call, "Subscribed to"), topic.words()));
  }

  /** Begins to tell of a topic; says what it came to. */
  static String begin(Topic topic, Call call, String done) throws CannotDo {
    Subscriptions subscriptions = call.known().audience().subscriptions();
    Optional<Subscription> before = subscriptions.find(topic);
    if (before.isPresent()) {
      return "This channel hears of that already, since "
          + SeriesAnswers.day(before.get().since(), call.known().zone())
          + ":";
    }
    long seen = call.known().tracker().lastNumber();
    Subscription subscription =
        new Subscription(topic, call.speaker().user(), call.now(), seen, false);
    if (!subscriptions.add(subscription)) {
      throw new CannotDo(
          "I have " + Subscriptions.MAX + " subscriptions already; end some of them first.");
    }
    return done + ":";
  }
}
