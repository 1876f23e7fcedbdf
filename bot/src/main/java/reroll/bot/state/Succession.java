package reroll.bot.state;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesTracker;

/** Which cards of a channel were superseded by which. State thread only. */
record Succession(Cards cards, SeriesTracker tracker) {
  /** What a card tells, with what superseded it by now. */
  List<Card.Told> of(Card card) {
    return card.told().stream()
        .map(told -> new Card.Told(told.revision(), newer(told, card.channel())))
        .toList();
  }

  private long newer(Card.Told told, String channel) {
    Optional<Revision> revision = tracker.revision(told.revision());
    if (revision.isEmpty() || isStillSo(told, revision.get())) {
      return told.newer();
    }
    Revision newest = newest(revision.get(), channel);
    return newest == revision.get() ? 0 : newest.number();
  }

  /** Of several that came later the first is named: old cards are not changed for each. */
  private boolean isStillSo(Card.Told told, Revision revision) {
    return told.isSuperseded()
        && tracker
            .revision(told.newer())
            .filter(newer -> newer.series() == revision.series())
            .isPresent();
  }

  /** The newest that the channel was told of; some patches posted anew leave the others valid. */
  private Revision newest(Revision revision, String channel) {
    Series series = revision.series();
    Set<Long> told =
        cards.naming(series, channel).stream()
            .flatMap(card -> card.told().stream())
            .map(Card.Told::revision)
            .collect(Collectors.toSet());
    return Series.latest(
        series.revisions().stream()
            .filter(r -> r == revision || (told.contains(r.number()) && !r.isPartial()))
            .toList());
  }
}
