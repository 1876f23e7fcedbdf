package reroll.bot.state;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reroll.bot.series.Ruling;
import reroll.bot.series.SeriesEvent;
import reroll.bot.series.SeriesTracker;

/** What commands have to do with cards. State thread only. */
record SpokenCards(Cards cards, SeriesTracker tracker, Telling telling) {
  /**
   * The revision that the card at the root of a thread tells of; empty where there is none, or more
   * than one.
   */
  Optional<Long> below(String channel, String root) {
    return cards.called(channel, root).filter(Card::isAlone).map(c -> c.told().get(0).revision());
  }

  /** All that people have said so far. */
  List<Ruling> rulings() {
    return List.copyOf(tracker.rulings().all());
  }

  /**
   * Takes note that cards may no longer be true of what somebody spoke of now, and that it may be
   * news for those who follow what it belongs to from now on. Who takes a slip back soon has told
   * nobody.
   *
   * @param before what people had said before
   */
  void follow(List<Ruling> before, Instant now) {
    Set<Ruling> changed = new LinkedHashSet<>(before);
    for (Ruling ruling : rulings()) {
      if (!changed.remove(ruling)) {
        changed.add(ruling);
      }
    }
    changed.stream()
        .flatMap(ruling -> ruling.mails().stream())
        .flatMap(id -> tracker.mail(id).stream())
        .forEach(mail -> telling.note(new SeriesEvent.Ruled(mail.revision()), now));
  }
}
