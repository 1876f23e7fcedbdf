package reroll.bot.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import reroll.bot.mail.Counter;

/** What a partial reroll makes of the posting that it lies over. Stateless. */
public final class Overlay {
  /** More patches are not named one by one. */
  private static final int MAX_NAMED = 6;

  private Overlay() {}

  /** The patches of a revision, and for a partial one those that it leaves as they were before. */
  public static List<TrackedMail> of(Revision revision) {
    if (!revision.isPartial()) {
      return revision.patches();
    }
    List<TrackedMail> whole = new ArrayList<>(of(revision.link().orElseThrow().to()));
    whole.removeIf(old -> old.counter().flatMap(revision::patch).isPresent());
    whole.addAll(revision.patches());
    whole.sort(TrackedMail::byCounter);
    return whole;
  }

  /** {@code 4/8 anew, the rest as in v2}. */
  public static String words(List<TrackedMail> anew, Revision rest) {
    return named(anew) + " anew, the rest as in " + rest.label();
  }

  /** {@code 4/8, 6/8}: the counters of some patches. */
  public static String named(List<TrackedMail> patches) {
    String named =
        patches.stream()
            .limit(MAX_NAMED)
            .flatMap(patch -> patch.counter().stream())
            .map(Counter::toString)
            .collect(Collectors.joining(", "));
    int more = patches.size() - MAX_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
