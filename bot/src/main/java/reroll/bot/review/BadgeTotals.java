package reroll.bot.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reroll.bot.review.PatchStep.Change;
import reroll.bot.series.TrackedMail;

/** How many patches of a revision did what since the one before, in one line. */
public final class BadgeTotals {
  private BadgeTotals() {}

  /**
   * {@code 2 unchanged, 1 changed (+9 −2 for +4 −2), 1 new, 1 dropped}; empty where nothing is
   * known.
   */
  public static String words(List<PatchStep> steps) {
    List<String> words = new ArrayList<>();
    add(words, steps, Change.UNCHANGED, "unchanged");
    add(words, steps, Change.CHANGED, "changed" + sizes(steps));
    add(words, steps, Change.NEW, "new");
    add(words, steps, Change.DROPPED, "dropped");
    return String.join(", ", words);
  }

  private static void add(List<String> to, List<PatchStep> steps, Change change, String word) {
    long count = steps.stream().filter(step -> step.change() == change).count();
    if (count > 0) {
      to.add(count + " " + word);
    }
  }

  /** How many lines the changed patches have now, and had, where that is not the same. */
  private static String sizes(List<PatchStep> steps) {
    List<PatchStep> changed =
        steps.stream().filter(step -> step.change() == Change.CHANGED).toList();
    String was = size(changed.stream().map(step -> step.before().orElseThrow()).toList());
    String is = size(changed.stream().map(step -> step.now().orElseThrow()).toList());
    return was.equals(is) ? "" : " (" + is + " for " + was + ")";
  }

  private static String size(List<TrackedMail> patches) {
    int added = patches.stream().mapToInt(patch -> patch.mail().lines().added()).sum();
    int removed = patches.stream().mapToInt(patch -> patch.mail().lines().removed()).sum();
    return String.format(Locale.ROOT, "+%d −%d", added, removed);
  }
}
