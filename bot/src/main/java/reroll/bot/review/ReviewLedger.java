package reroll.bot.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reroll.bot.mail.Counter;
import reroll.bot.mail.Review;
import reroll.bot.series.Link;
import reroll.bot.series.Reception.ReviewNote;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/**
 * Who reviewed which patch of a revision, and what became of the reviews of the one before.
 * Immutable.
 *
 * @param rows one for each patch of the revision, in order
 * @param late reviews that were given to the one before when this one was out
 */
public record ReviewLedger(List<Row> rows, List<ReviewNote> late) {
  /** What became of a review. */
  public enum Fate {
    /** It is in the patch, and was given before. */
    CARRIED,
    /** It is in the patch, and was not seen before. */
    GAINED,
    /** Somebody answered this revision with it. */
    GIVEN,
    /** It was in the patch before. */
    LOST,
    /** Somebody answered the revision before with it, and the patch does not have it. */
    NOT_TAKEN;

    /** Whether it counts for the patch as it is now. */
    public boolean stands() {
      return this == CARRIED || this == GAINED || this == GIVEN;
    }
  }

  /**
   * One review of one patch.
   *
   * @param what such as {@code Reviewed-by: Ann Okafor}
   * @param conditional whether it holds only when something is done first
   * @param sender who sent it, where that is not whom it names; else empty
   */
  public record Entry(String what, Fate fate, boolean conditional, String sender) {}

  /** A patch and its reviews. */
  public record Row(PatchStep step, List<Entry> entries) {
    public Row {
      entries = List.copyOf(entries);
    }

    /** Whether somebody looked at the code as it is now. */
    public boolean isReviewed() {
      return entries.stream()
          .anyMatch(
              entry -> entry.fate().stands() && !entry.conditional() && isOfCode(entry.what()));
    }

    private static boolean isOfCode(String what) {
      return what.startsWith("Reviewed-by") || what.startsWith("Acked-by");
    }
  }

  public ReviewLedger {
    rows = List.copyOf(rows);
    late = List.copyOf(late);
  }

  /** The ledger of a revision as it stands now. */
  public static ReviewLedger of(Revision now) {
    Optional<Revision> before = now.link().map(Link::to);
    List<PatchStep> steps =
        before
            .map(b -> PatchStep.between(b, now))
            .orElseGet(() -> now.patches().stream().map(PatchStep::alone).toList());
    List<Row> rows = new ArrayList<>();
    for (PatchStep step : steps) {
      if (step.now().isPresent()) {
        rows.add(new Row(step, entries(step, before, now)));
      }
    }
    return new ReviewLedger(rows, before.map(b -> late(b, now)).orElse(List.of()));
  }

  /** Whether somebody looked at every patch. */
  public boolean isReviewed() {
    return !rows.isEmpty() && rows.stream().allMatch(Row::isReviewed);
  }

  private static List<ReviewNote> late(Revision before, Revision now) {
    return before.reception().reviews().stream()
        .filter(note -> note.at().isAfter(now.began()))
        .toList();
  }

  private static List<Entry> entries(PatchStep step, Optional<Revision> before, Revision now) {
    Map<String, Entry> said = said(step.now(), now);
    Map<String, Entry> saidBefore = before.map(b -> said(step.before(), b)).orElse(Map.of());
    List<Entry> entries = new ArrayList<>();
    said.forEach(
        (key, entry) ->
            entries.add(
                entry.fate() == Fate.GAINED && saidBefore.containsKey(key)
                    ? with(entry, Fate.CARRIED)
                    : entry));
    saidBefore.forEach(
        (key, entry) -> {
          if (!said.containsKey(key) && isWorthKeeping(entry)) {
            entries.add(with(entry, entry.fate() == Fate.GAINED ? Fate.LOST : Fate.NOT_TAKEN));
          }
        });
    return entries;
  }

  /** A report or a NACK is answered by a change, not carried over. */
  private static boolean isWorthKeeping(Entry entry) {
    return entry.what().startsWith("Reviewed-by")
        || entry.what().startsWith("Acked-by")
        || entry.what().startsWith("Tested-by");
  }

  private static Entry with(Entry entry, Fate fate) {
    return new Entry(entry.what(), fate, entry.conditional(), entry.sender());
  }

  /** What is said of a patch: in itself, in the cover above it, and in answers. */
  private static Map<String, Entry> said(Optional<TrackedMail> patch, Revision revision) {
    Map<String, Entry> said = new LinkedHashMap<>();
    if (patch.isEmpty()) {
      return said;
    }
    patch.get().mail().reviews().forEach(review -> put(said, review, Fate.GAINED, false, ""));
    revision
        .cover()
        .ifPresent(
            cover -> cover.mail().reviews().forEach(r -> put(said, r, Fate.GAINED, false, "")));
    int place = patch.get().counter().map(Counter::index).orElse(1);
    for (ReviewNote note : revision.reception().reviews()) {
      if (note.isFor(place)) {
        Review review = note.review();
        String sender = note.sender().display();
        boolean own =
            sender.equalsIgnoreCase(review.by().display())
                || note.sender().address().equalsIgnoreCase(review.by().address());
        put(
            said,
            review.kind() + ": " + review.by().display(),
            Fate.GIVEN,
            review.conditional(),
            own ? "" : sender);
      }
    }
    return said;
  }

  private static void put(
      Map<String, Entry> said, String what, Fate fate, boolean conditional, String sender) {
    said.putIfAbsent(what.toLowerCase(Locale.ROOT), new Entry(what, fate, conditional, sender));
  }
}
