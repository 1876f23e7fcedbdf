package reroll.bot.card;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Why a channel is told of several things at once, in words. */
public final class Reason {
  private static final int MAX_NAMED = 3;

  private Reason() {}

  public static String of(Collection<String> whys) {
    List<String> reasons = whys.stream().distinct().toList();
    String named = reasons.stream().limit(MAX_NAMED).collect(Collectors.joining("; "));
    return named + (reasons.size() > MAX_NAMED ? "; and others" : "");
  }
}
