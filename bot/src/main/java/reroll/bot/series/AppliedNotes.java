package reroll.bot.series;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import reroll.bot.mail.Applied;
import reroll.bot.mail.Applied.How;
import reroll.bot.series.Reception.AppliedNote;

/** Puts together what is said of one revision bit by bit: scripts write a letter for each patch. */
final class AppliedNotes {
  private AppliedNotes() {}

  /** The notes with one more; what the mm tree let go of is no longer in it. */
  static List<AppliedNote> with(AppliedNote note, List<AppliedNote> before) {
    if (note.applied().how() == How.MM_REMOVED) {
      return without(note.applied().patches(), before);
    }
    List<AppliedNote> all = new ArrayList<>(before);
    for (int i = 0; i < all.size(); i++) {
      if (isSame(all.get(i), note) && !note.applied().patches().isEmpty()) {
        all.set(i, merged(all.get(i), note));
        return all;
      }
    }
    if (all.size() < Reception.MAX_APPLIED) {
      all.add(note);
    }
    return all;
  }

  private static boolean isSame(AppliedNote a, AppliedNote b) {
    return a.applied().how() == b.applied().how()
        && a.applied().where().equals(b.applied().where())
        && a.by().equals(b.by())
        && !a.applied().patches().isEmpty();
  }

  private static AppliedNote merged(AppliedNote old, AppliedNote more) {
    SortedSet<Integer> patches = new TreeSet<>(old.applied().patches());
    patches.addAll(more.applied().patches());
    return with(old, List.copyOf(patches), old.applied().subset() && more.applied().subset());
  }

  private static AppliedNote with(AppliedNote note, List<Integer> patches, boolean subset) {
    Applied said = note.applied();
    return new AppliedNote(
        new Applied(said.how(), subset, said.where(), patches), note.by(), note.at());
  }

  private static List<AppliedNote> without(List<Integer> patches, List<AppliedNote> before) {
    List<AppliedNote> left = new ArrayList<>();
    for (AppliedNote note : before) {
      List<Integer> others =
          note.applied().patches().stream().filter(place -> !patches.contains(place)).toList();
      if (note.applied().how() != How.MM) {
        left.add(note);
      } else if (!patches.isEmpty() && !others.isEmpty()) {
        left.add(with(note, others, true));
      }
    }
    return left;
  }
}
