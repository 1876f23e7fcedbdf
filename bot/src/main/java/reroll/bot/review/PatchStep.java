package reroll.bot.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reroll.bot.compare.Assignment;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.PatchMail.LineCount;
import reroll.bot.series.Link;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/**
 * What became of one patch from a revision to the next. Immutable.
 *
 * @param before empty for a new one
 * @param now empty for one that was dropped
 */
public record PatchStep(Change change, Optional<TrackedMail> before, Optional<TrackedMail> now) {
  /** How a patch differs from what it was. */
  public enum Change {
    /** The same lines in the same files; the message may differ. */
    UNCHANGED,
    CHANGED,
    NEW,
    DROPPED,
    /**
     * Some patches of the revision before did not arrive, this one's ancestor perhaps; or there is
     * no diff to compare, as in a pull request, or it is no longer kept.
     */
    UNTOLD
  }

  /** Patches of different titles are one if more of their lines is the same: nearly a half. */
  private static final double NOT_ALIKE = 0.49;

  /** Larger postings are a robot's; what changes its title there is not followed. */
  private static final int MAX_ASSIGNED = 400;

  /** A patch of a revision before which nothing is known. */
  static PatchStep alone(TrackedMail patch) {
    return new PatchStep(Change.UNTOLD, Optional.empty(), Optional.of(patch));
  }

  /** All patches of a revision by their counters, then those of the one before that it dropped. */
  public static List<PatchStep> between(Revision before, Revision now) {
    List<TrackedMail> old = standing(before);
    Map<TrackedMail, TrackedMail> ancestors = ancestors(old, now.patches());
    boolean allOld = !before.isStub() && (before.isComplete() || before.isPartial());
    List<PatchStep> steps = new ArrayList<>();
    for (TrackedMail patch : now.patches()) {
      Optional<TrackedMail> ancestor = Optional.ofNullable(ancestors.get(patch));
      Change change =
          ancestor.map(a -> change(a, patch)).orElse(allOld ? Change.NEW : Change.UNTOLD);
      steps.add(new PatchStep(change, ancestor, Optional.of(patch)));
    }
    if (now.isComplete() && !before.isStub()) {
      old.stream()
          .filter(patch -> !ancestors.containsValue(patch))
          .forEach(p -> steps.add(new PatchStep(Change.DROPPED, Optional.of(p), Optional.empty())));
    }
    return steps;
  }

  /** The patches of a revision; where it is but a part, the rest of what it is a part of, too. */
  private static List<TrackedMail> standing(Revision revision) {
    List<TrackedMail> patches = new ArrayList<>(revision.patches());
    Revision whole = revision;
    while (whole.isPartial()) {
      whole = whole.link().map(Link::to).orElseThrow();
      for (TrackedMail patch : whole.patches()) {
        if (patches.stream().noneMatch(newer -> newer.counter().equals(patch.counter()))) {
          patches.add(patch);
        }
      }
    }
    return patches;
  }

  private static Map<TrackedMail, TrackedMail> ancestors(
      List<TrackedMail> old, List<TrackedMail> now) {
    Map<TrackedMail, TrackedMail> ancestors = new LinkedHashMap<>();
    Set<TrackedMail> left = new LinkedHashSet<>(old);
    for (TrackedMail patch : now) {
      left.stream()
          .filter(candidate -> title(candidate).equals(title(patch)))
          .findFirst()
          .ifPresent(found -> ancestors.put(patch, found));
      left.removeAll(ancestors.values());
    }
    List<TrackedMail> others = now.stream().filter(p -> !ancestors.containsKey(p)).toList();
    ancestors.putAll(likest(new ArrayList<>(left), others));
    return ancestors;
  }

  /** Of what has another title, so that all together are most alike. */
  private static Map<TrackedMail, TrackedMail> likest(
      List<TrackedMail> old, List<TrackedMail> now) {
    Map<TrackedMail, TrackedMail> found = new LinkedHashMap<>();
    if (old.size() <= MAX_ASSIGNED && now.size() <= MAX_ASSIGNED) {
      int[] nowOf =
          Assignment.best(
              old.size(), now.size(), (o, n) -> likeness(old.get(o), now.get(n)) - NOT_ALIKE);
      for (int o = 0; o < nowOf.length; o++) {
        if (nowOf[o] != Assignment.NONE) {
          found.put(now.get(nowOf[o]), old.get(o));
        }
      }
    }
    return found;
  }

  private static double likeness(TrackedMail a, TrackedMail b) {
    return a.mail().sketch().likeness(b.mail().sketch());
  }

  private static Change change(TrackedMail was, TrackedMail is) {
    boolean anyDiff = was.mail().hasDiff() || is.mail().hasDiff();
    if (!anyDiff || was.revision().isStub() || is.revision().isStub()) {
      return Change.UNTOLD;
    }
    return isSame(was.mail(), is.mail()) ? Change.UNCHANGED : Change.CHANGED;
  }

  private static boolean isSame(PatchMail a, PatchMail b) {
    return a.sketch().equals(b.sketch())
        && a.lines().equals(b.lines())
        && a.files().equals(b.files());
  }

  private static String title(TrackedMail mail) {
    return mail.mail().subject().title().toLowerCase(Locale.ROOT);
  }

  /** The patch itself: as it is now, else as it was. */
  public TrackedMail patch() {
    return now.or(() -> before).orElseThrow();
  }

  /** {@code changed, was “old title”}; empty where nothing can be said. */
  public String words() {
    return switch (change) {
      case UNCHANGED -> "unchanged" + renamed();
      case CHANGED -> "changed" + sizes() + renamed();
      case NEW -> "new";
      case DROPPED ->
          "dropped" + before.flatMap(TrackedMail::counter).map(c -> ", was " + c).orElse("");
      case UNTOLD -> "";
    };
  }

  /** How many lines it has now, and had, where that is not the same. */
  private String sizes() {
    LineCount was = before.orElseThrow().mail().lines();
    LineCount is = now.orElseThrow().mail().lines();
    boolean same = was.added() == is.added() && was.removed() == is.removed();
    return same ? "" : ", " + size(is) + " for " + size(was);
  }

  private static String size(LineCount lines) {
    return String.format(Locale.ROOT, "+%d −%d", lines.added(), lines.removed());
  }

  private String renamed() {
    boolean same = title(before.orElseThrow()).equals(title(now.orElseThrow()));
    return same ? "" : ", was “" + before.get().mail().subject().title() + "”";
  }
}
