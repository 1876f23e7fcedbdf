package reroll.bot.state;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import reroll.bot.series.Ruling;
import reroll.bot.series.SeriesTracker;

/** Lets cards follow what people say of how mails belong together. State thread only. */
record RuledCards(SeriesTracker tracker, CardKeeper keeper) {
  /** All that people have said so far. */
  List<Ruling> rulings() {
    return List.copyOf(tracker.rulings().all());
  }

  /**
   * Takes note that cards may no longer be true of what somebody spoke of now.
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
        .forEach(mail -> keeper.doubt(mail.revision().series(), now));
  }
}
