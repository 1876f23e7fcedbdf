package reroll.bot.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Traits;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;

/** All who want to hear of something, or not to hear of it. State thread only. */
public record Audience(Follows follows, Subscriptions subscriptions, Mutes mutes) {
  /** Reasons that one line can hold. */
  private static final int MAX_REASONS = 3;

  /** Nobody, so far. */
  public static Audience empty(FilterParser filters) {
    return new Audience(new Follows(), new Subscriptions(filters), new Mutes());
  }

  /**
   * Who is to hear of a revision, each channel once with all its reasons.
   *
   * @param posted whether it was posted while the bot listened; subscriptions are for such only
   */
  List<Interest> interests(Revision revision, boolean posted) {
    Series series = revision.series();
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    follows.of(series).stream()
        .filter(follow -> revision.number() > follow.seen())
        .forEach(follow -> add(follow.channel(), follow.why(), reasons));
    if (posted && !subscriptions.all().isEmpty()) {
      subscriptions.matching(Traits.of(revision)).stream()
          .filter(subscription -> revision.number() > subscription.seen())
          .forEach(subscription -> add(subscription.channel(), subscription.why(), reasons));
    }
    reasons.keySet().removeIf(channel -> mutes.find(channel, series).isPresent());
    List<Interest> interests = new ArrayList<>();
    reasons.forEach((channel, why) -> interests.add(new Interest(channel, line(why))));
    return interests;
  }

  private static void add(String channel, String why, Map<String, List<String>> reasons) {
    reasons.computeIfAbsent(channel, key -> new ArrayList<>()).add(why);
  }

  private static String line(List<String> reasons) {
    String some = String.join("; ", reasons.subList(0, Math.min(MAX_REASONS, reasons.size())));
    int more = reasons.size() - MAX_REASONS;
    return more > 0 ? some + "; and " + more + " more" : some;
  }

  /** Why a channel hears of a series as it stands, or does not; one sentence each. */
  public List<String> reasons(String channel, Series series) {
    Optional<Mute> muted = mutes.find(channel, series);
    if (muted.isPresent()) {
      return List.of("not told, muted here by " + muted.get().by());
    }
    List<String> reasons = new ArrayList<>();
    follows.of(series).stream()
        .filter(follow -> follow.channel().equals(channel))
        .forEach(follow -> reasons.add(follow.why()));
    subscriptions.matching(Traits.of(series.latest())).stream()
        .filter(subscription -> subscription.channel().equals(channel))
        .forEach(subscription -> reasons.add(subscription.why()));
    return reasons;
  }
}
