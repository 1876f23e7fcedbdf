package reroll.bot.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comparison as people are told of it. Immutable.
 *
 * @param summary how many patches changed in which way, on one line
 * @param notes what the lines of the patches do not say, one sentence each
 * @param headers the lines of the patches
 * @param text the whole comparison, as git-range-diff(1) writes it
 */
public record ComparisonReport(String summary, List<String> notes, String headers, String text) {
  /** More of them are not read. */
  static final int MAX_NOTES = 12;

  public ComparisonReport {
    notes = List.copyOf(notes);
  }

  /**
   * The report on two postings.
   *
   * @param patch the place of the only patch to tell of; empty for all
   * @return empty where there is no such patch
   */
  public static Optional<ComparisonReport> of(
      List<PatchForm> left, List<PatchForm> right, Optional<String> patch) {
    SeriesComparison all = SeriesComparison.of(left, right);
    SeriesComparison told = patch.map(all::only).orElse(all);
    return told.pairs().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ComparisonReport(
                summary(told), notes(told), RangeDiffText.headers(told), RangeDiffText.of(told)));
  }

  private static String summary(SeriesComparison told) {
    List<String> parts = new ArrayList<>();
    add(parts, told.count(PatchChange.UNCHANGED), "unchanged");
    add(parts, told.count(PatchChange.MESSAGE), "with another message alone");
    add(parts, told.count(PatchChange.SURROUNDINGS), "in other surroundings");
    addChanged(parts, told);
    add(parts, told.count(PatchChange.REWRITTEN), "rewritten");
    add(parts, told.count(PatchChange.NEW), "new");
    add(parts, told.count(PatchChange.DROPPED), "dropped");
    add(parts, (int) told.pairs().stream().filter(PatchPair::isRenamed).count(), "renamed");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static void addChanged(List<String> parts, SeriesComparison told) {
    List<PatchPair> changed =
        told.pairs().stream().filter(pair -> pair.change() == PatchChange.CODE).toList();
    if (!changed.isEmpty()) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%d changed (+%d −%d)",
              changed.size(),
              changed.stream().mapToInt(PatchPair::added).sum(),
              changed.stream().mapToInt(PatchPair::removed).sum()));
    }
  }

  private static List<String> notes(SeriesComparison told) {
    List<String> notes = new ArrayList<>();
    for (PatchPair pair : told.pairs()) {
      note(pair).ifPresent(notes::add);
    }
    if (told.pairs().stream().anyMatch(ComparisonReport::isCut)) {
      notes.add("of very long patches only the beginning is compared");
    }
    return notes.size() <= MAX_NOTES ? notes : notes.subList(0, MAX_NOTES);
  }

  private static boolean isCut(PatchPair pair) {
    return pair.left()
        .filter(PatchForm::cut)
        .or(() -> pair.right().filter(PatchForm::cut))
        .isPresent();
  }

  private static Optional<String> note(PatchPair pair) {
    String number = pair.patch().number();
    if (pair.partOf().isPresent()) {
      String whole = pair.partOf().get().number();
      return Optional.of(
          pair.change() == PatchChange.NEW
              ? number + " was split from " + whole + " as it was"
              : number + " as it was went into " + whole);
    }
    if (pair.change() == PatchChange.REWRITTEN) {
      return Optional.of(number + " has its title still, and other code" + lines(pair));
    }
    return pair.isRenamed()
        ? Optional.of(number + " was “" + pair.left().orElseThrow().title() + "”")
        : Optional.empty();
  }

  private static String lines(PatchPair pair) {
    return String.format(Locale.ROOT, " (+%d −%d)", pair.added(), pair.removed());
  }
}
