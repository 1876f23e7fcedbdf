package reroll.bot.compare;

import java.util.ArrayList;
import java.util.List;
import reroll.bot.compare.LineDiff.Edit;

/** Edits that stand so near to each other that a unified diff shows them together. Stateless. */
final class Hunks {
  /** Lines shown before and behind a change, as diff(1) does. */
  static final int CONTEXT = 3;

  private Hunks() {}

  static List<List<Edit>> of(List<Edit> edits) {
    List<List<Edit>> hunks = new ArrayList<>();
    int end = Integer.MIN_VALUE;
    for (Edit edit : edits) {
      if (hunks.isEmpty() || edit.leftFrom() - end > 2 * CONTEXT) {
        hunks.add(new ArrayList<>());
      }
      hunks.get(hunks.size() - 1).add(edit);
      end = edit.leftTo();
    }
    return hunks;
  }

  /** How many lines the unified diff of two texts has, one a hunk for its header. */
  static int size(List<Edit> edits, int leftLength) {
    int size = 0;
    for (List<Edit> hunk : of(edits)) {
      int from = Math.max(0, hunk.get(0).leftFrom() - CONTEXT);
      int to = Math.min(leftLength, hunk.get(hunk.size() - 1).leftTo() + CONTEXT);
      size += 1 + to - from;
      for (Edit edit : hunk) {
        size += edit.rightTo() - edit.rightFrom();
      }
    }
    return size;
  }
}
