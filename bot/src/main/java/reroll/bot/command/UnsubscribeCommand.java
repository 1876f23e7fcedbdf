package reroll.bot.command;

import java.util.List;
import java.util.function.Predicate;
import reroll.bot.follow.Subscription;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.follow.Subscriptions;
import reroll.bot.role.Right;
import reroll.templates.answer.LineView;

/** {@code !unsubscribe}: ends subscriptions of this channel. */
final class UnsubscribeCommand implements Command {
  @Override
  public String name() {
    return "unsubscribe";
  }

  @Override
  public String arguments() {
    return "<list> [filter] | all";
  }

  @Override
  public String summary() {
    return "ends a subscription of this channel; without a filter all of a list";
  }

  @Override
  public List<String> examples() {
    return List.of("!unsubscribe kvm", "!unsubscribe kvm author:ann", "!unsubscribe all");
  }

  @Override
  public Right right() {
    return Right.SUBSCRIBE;
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    return Answer.now(new LineView(end(which(call), call), ""));
  }

  private static Predicate<Subscription> which(Call call) throws CannotDo {
    if (call.request().rest().equalsIgnoreCase("all")) {
      return subscription -> !subscription.isFollow();
    }
    Topic topic = TopicWords.onList(call.request().words(), call);
    return topic.filter().isEmpty()
        ? subscription -> subscription.topic().list().equals(topic.list())
        : subscription -> subscription.topic().equals(topic);
  }

  /** Ends some of this channel's; says how many. */
  private static String end(Predicate<Subscription> which, Call call) throws CannotDo {
    Subscriptions subscriptions = call.known().audience().subscriptions();
    String channel = call.speaker().channel();
    List<Subscription> meant = subscriptions.in(channel).stream().filter(which).toList();
    int ended = subscriptions.remove(meant::contains);
    if (meant.isEmpty()) {
      throw new CannotDo(
          "This channel has no such subscription; !subscriptions names those that it has.");
    }
    String fixed =
        TopicWords.words(
            meant.stream().filter(Subscription::configured).map(Subscription::topic).toList());
    String done = ended == 1 ? "Ended 1 subscription." : "Ended " + ended + " subscriptions.";
    return fixed.isEmpty()
        ? done
        : (ended == 0 ? "" : done + " ")
            + "What stands in the configuration file ends when it is taken out there: "
            + fixed;
  }
}
