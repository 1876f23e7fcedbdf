package reroll.bot.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reroll.bot.card.BurstCard;
import reroll.bot.card.NewVersionCard;
import reroll.bot.card.NewerPointer;
import reroll.bot.card.SupersededCard;
import reroll.bot.command.Call;
import reroll.bot.series.Revision;
import reroll.bot.series.SeriesTracker;
import reroll.templates.View;

/**
 * What cards show as things stand. State thread only.
 *
 * @param known what they are made from, as it is at the moment for a channel
 */
record CardTexts(SeriesTracker tracker, Function<String, Call.Knowledge> known) {
  /** What a card shows; empty where something that it tells of is forgotten. */
  Optional<View> of(Card card) {
    List<BurstCard.Row> rows = new ArrayList<>();
    for (Card.Told told : card.told()) {
      Optional<Revision> revision = tracker.revision(told.revision());
      Optional<Revision> newer = tracker.revision(told.newer());
      if (revision.isEmpty() || (told.isSuperseded() && newer.isEmpty())) {
        return Optional.empty();
      }
      rows.add(new BurstCard.Row(revision.get(), newer));
    }
    return Optional.of(card.isAlone() ? alone(rows.get(0), card) : burst(rows, card));
  }

  /** What stands below a card when a newer one is there. */
  View pointer(Revision newer, String channel) {
    return NewerPointer.of(newer, known.apply(channel));
  }

  private View burst(List<BurstCard.Row> rows, Card card) {
    return BurstCard.of(rows, card.why(), known.apply(card.channel()));
  }

  private View alone(BurstCard.Row row, Card card) {
    String why = card.why();
    Call.Knowledge now = known.apply(card.channel());
    return row.newer()
        .<View>map(newer -> SupersededCard.of(row.revision(), newer, why, now))
        .orElseGet(() -> NewVersionCard.of(row.revision(), why, now));
  }
}
