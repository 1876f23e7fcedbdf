package reroll.bot.command;

import java.util.List;
import java.util.stream.Collectors;
import reroll.bot.mail.Counter;
import reroll.bot.review.PatchStep;
import reroll.bot.review.ReviewLedger;
import reroll.bot.review.ReviewLedger.Entry;
import reroll.bot.review.ReviewLedger.Row;
import reroll.bot.series.Link;
import reroll.bot.series.Reception.ReviewNote;
import reroll.bot.series.Revision;
import reroll.templates.answer.ReviewsView;

/** Turns the ledger of reviews into what answers show. */
public final class ReviewAnswers {
  /** As many patches as fit on a screen. */
  private static final int MAX_ROWS = 40;

  private static final int MAX_ENTRIES = 8;

  /** Names are made up by strangers, too. */
  private static final int MAX_NAME_CHARS = 80;

  private ReviewAnswers() {}

  static ReviewsView reviews(Revision revision, Call.Knowledge known) {
    ReviewLedger ledger = ReviewLedger.of(revision);
    List<Row> rows = ledger.rows();
    String before = revision.link().map(Link::to).map(Revision::label).orElse("");
    return new ReviewsView(
        revision.series().toString(),
        revision.title(),
        revision.label(),
        before,
        rows.stream().limit(MAX_ROWS).map(row -> row(row, before)).toList(),
        Math.max(0, rows.size() - MAX_ROWS),
        late(ledger, revision, known));
  }

  private static ReviewsView.Row row(Row row, String before) {
    PatchStep step = row.step();
    String counter = step.patch().counter().map(Counter::toString).orElse("");
    List<String> entries =
        row.entries().stream().limit(MAX_ENTRIES).map(e -> words(e, step, before)).toList();
    String more =
        row.entries().size() > MAX_ENTRIES
            ? "; and " + (row.entries().size() - MAX_ENTRIES) + " more"
            : "";
    String none = row.isReviewed() ? "" : entries.isEmpty() ? "nothing" : "no review; ";
    return new ReviewsView.Row(
        (counter + " " + step.patch().mail().subject().title()).strip(),
        none + String.join("; ", entries) + more);
  }

  private static String words(Entry entry, PatchStep step, String before) {
    String fate =
        switch (entry.fate()) {
          case CARRIED -> "carried over";
          case GAINED -> before.isEmpty() ? "in the patch" : "new in the patch";
          case GIVEN -> "given here";
          case LOST -> "lost" + unchanged(step);
          case NOT_TAKEN -> "given to " + before + ", not taken over" + unchanged(step);
        };
    String condition = entry.conditional() ? ", on a condition" : "";
    String sender = entry.sender().isEmpty() ? "" : ", sent by " + shortened(entry.sender());
    return shortened(entry.what()).replaceFirst(":", "") + " (" + fate + condition + sender + ")";
  }

  private static String unchanged(PatchStep step) {
    return step.change() == PatchStep.Change.UNCHANGED ? " though the code did not change" : "";
  }

  /** Reviews of the version before that came when the next was out, one sentence each. */
  public static List<String> late(ReviewLedger ledger, Revision now, Call.Knowledge known) {
    String before = now.link().map(Link::to).map(Revision::label).orElse("");
    return ledger.late().stream()
        .limit(MAX_ENTRIES)
        .map(note -> late(note, before, now, known))
        .toList();
  }

  private static String late(ReviewNote note, String before, Revision now, Call.Knowledge known) {
    String patches =
        note.review().patches().isEmpty()
            ? ""
            : " for "
                + note.review().patches().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
    return note.review().kind()
        + " "
        + shortened(note.review().by().display())
        + patches
        + " came to "
        + before
        + " on "
        + SeriesAnswers.day(note.at(), known.zone())
        + ", when "
        + now.label()
        + " was out since "
        + SeriesAnswers.day(now.began(), known.zone());
  }

  private static String shortened(String name) {
    return name.length() <= MAX_NAME_CHARS ? name : name.substring(0, MAX_NAME_CHARS) + "…";
  }
}
