package reroll.bot.series;

import java.util.ArrayList;
import java.util.List;

/** What a partial reroll makes of the posting that it lies over. Stateless. */
public final class Overlay {
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
}
