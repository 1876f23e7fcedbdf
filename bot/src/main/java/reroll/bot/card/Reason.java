package reroll.bot.card;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import reroll.bot.follow.Follow;

/** Why a channel is told of something, in words. */
public final class Reason {
  private static final int MAX_NAMED = 3;

  private Reason() {}

  public static String of(Collection<Follow> follows) {
    List<String> people = follows.stream().map(Follow::by).distinct().toList();
    String named = people.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
    return "followed here by " + named + (people.size() > MAX_NAMED ? " and others" : "");
  }
}
