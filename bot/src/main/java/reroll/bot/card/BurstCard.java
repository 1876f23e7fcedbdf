package reroll.bot.card;

import java.util.List;
import java.util.Optional;
import reroll.bot.command.Call;
import reroll.bot.command.SeriesAnswers;
import reroll.bot.series.Revision;
import reroll.templates.card.BurstView;

/** Many revisions that came at once, a line each. */
public final class BurstCard {
  /** As many as fit on two screens; the rest is counted. */
  public static final int MAX_ROWS = 40;

  private BurstCard() {}

  /**
   * One revision.
   *
   * @param newer what superseded it
   */
  public record Row(Revision revision, Optional<Revision> newer) {}

  /**
   * The card as things stand.
   *
   * @param why the channel was told
   */
  public static BurstView of(List<Row> rows, String why, Call.Knowledge known) {
    return new BurstView(
        rows.size(),
        rows.stream().limit(MAX_ROWS).map(row -> row(row, known)).toList(),
        Math.max(0, rows.size() - MAX_ROWS),
        why);
  }

  private static BurstView.Row row(Row row, Call.Knowledge known) {
    Revision revision = row.revision();
    return new BurstView.Row(
        revision.label(),
        revision.title(),
        SeriesAnswers.url(revision.head(), known),
        revision.author().display(),
        SeriesAnswers.patches(revision),
        revision.series().toString(),
        row.newer()
            .map(newer -> "superseded by " + newer.label())
            .orElseGet(() -> state(row, known)));
  }

  private static String state(Row row, Call.Knowledge known) {
    return Outcome.of(row.revision(), known).state();
  }
}
