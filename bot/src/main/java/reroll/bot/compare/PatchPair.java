package reroll.bot.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A patch before and now. Immutable.
 *
 * @param left as it was; empty for a new one
 * @param right as it is; empty for one that was dropped
 * @param added changed lines that only the new one has, as many times as it has them more
 * @param removed changed lines that only the old one has
 * @param partOf where a new one was split from, or a dropped one went to
 */
public record PatchPair(
    Optional<PatchForm> left,
    Optional<PatchForm> right,
    PatchChange change,
    int added,
    int removed,
    Optional<PatchForm> partOf) {

  static PatchPair of(PatchForm left, PatchForm right, boolean byTitle) {
    Map<String, Integer> lines = new HashMap<>();
    right.changedLines().forEach(line -> lines.merge(line, 1, Integer::sum));
    left.changedLines().forEach(line -> lines.merge(line, -1, Integer::sum));
    int added = lines.values().stream().mapToInt(more -> Math.max(0, more)).sum();
    int removed = lines.values().stream().mapToInt(more -> Math.max(0, -more)).sum();
    return new PatchPair(
        Optional.of(left),
        Optional.of(right),
        byTitle ? PatchChange.REWRITTEN : change(left, right, added + removed),
        added,
        removed,
        Optional.empty());
  }

  private static PatchChange change(PatchForm left, PatchForm right, int otherLines) {
    if (otherLines > 0) {
      return PatchChange.CODE;
    }
    if (!left.code().equals(right.code())) {
      return PatchChange.SURROUNDINGS;
    }
    return left.lines().equals(right.lines()) ? PatchChange.UNCHANGED : PatchChange.MESSAGE;
  }

  static PatchPair dropped(PatchForm left, Optional<PatchForm> into) {
    return new PatchPair(
        Optional.of(left), Optional.empty(), PatchChange.DROPPED, 0, size(left), into);
  }

  static PatchPair isNew(PatchForm right, Optional<PatchForm> from) {
    return new PatchPair(
        Optional.empty(), Optional.of(right), PatchChange.NEW, size(right), 0, from);
  }

  private static int size(PatchForm patch) {
    return patch.changedLines().size();
  }

  /** The patch itself: as it is now, else as it was. */
  public PatchForm patch() {
    return right.or(() -> left).orElseThrow();
  }

  public boolean isRenamed() {
    return left.isPresent()
        && right.isPresent()
        && !left.get().titleKey().equals(right.get().titleKey());
  }

  /** Whether this one is of that number, before or now. */
  public boolean isNumbered(String number) {
    return right.or(() -> left).filter(patch -> patch.number().equals(number)).isPresent();
  }
}
