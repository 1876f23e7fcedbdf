package reroll.bot.command;

import java.util.ArrayList;
import java.util.List;
import reroll.bot.digest.TakenWords;
import reroll.bot.mail.Applied;
import reroll.bot.series.Reception.AppliedNote;
import reroll.bot.series.Revision;

/** Which part of a revision somebody applied, in words. */
final class AppliedWords {
  /** More stretches than these are counted. */
  private static final int MAX_STRETCHES = 8;

  private AppliedWords() {}

  /** {@code it}, {@code a part}, {@code 1-3, 5 of 8}. */
  static String what(Applied applied, Revision revision) {
    int total = revision.total();
    List<Integer> patches = applied.patches().stream().filter(place -> place <= total).toList();
    if (patches.size() >= total || (patches.isEmpty() && !applied.subset())) {
      return "it";
    }
    return patches.isEmpty() ? "a part" : stretches(patches) + " of " + total;
  }

  /** {@code applied, says Ann}; {@code 1-3 of 8 applied, says Ann}; {@code merged, says Ann}. */
  static String said(AppliedNote note, Revision revision) {
    String what = what(note.applied(), revision);
    return (what.equals("it") ? "" : what + " ")
        + TakenWords.taken(revision)
        + ", says "
        + note.by().display();
  }

  private static String stretches(List<Integer> sorted) {
    List<String> stretches = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= sorted.size(); at++) {
      if (at == sorted.size() || sorted.get(at) != sorted.get(at - 1) + 1) {
        int last = sorted.get(at - 1);
        stretches.add(at - 1 == from ? "" + last : sorted.get(from) + "-" + last);
        from = at;
      }
    }
    int more = stretches.size() - MAX_STRETCHES;
    return more > 0
        ? String.join(", ", stretches.subList(0, MAX_STRETCHES)) + ", ..."
        : String.join(", ", stretches);
  }
}
