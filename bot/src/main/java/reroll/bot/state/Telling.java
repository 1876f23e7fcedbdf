package reroll.bot.state;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import reroll.bot.card.NewVersionCard;
import reroll.bot.command.Call;
import reroll.bot.delivery.PostId;
import reroll.bot.follow.Audience;
import reroll.bot.follow.Interest;
import reroll.bot.follow.Notifier;
import reroll.bot.series.Revision;
import reroll.bot.series.SeriesEvent;
import reroll.bot.series.SeriesTracker;

/** Tells channels what is news to them. State thread only. */
final class Telling {
  private final SeriesTracker tracker;
  private final Audience audience;
  private final Notifier notifier;
  private final WantedMail wanted;
  private final Owing owing;
  private final Supplier<Call.Knowledge> known;

  /**
   * Makes one.
   *
   * @param known what cards are made from, as it is at the moment
   */
  Telling(
      SeriesTracker tracker,
      Audience audience,
      Notifier notifier,
      WantedMail wanted,
      Owing owing,
      Supplier<Call.Knowledge> known) {
    this.tracker = tracker;
    this.audience = audience;
    this.notifier = notifier;
    this.wanted = wanted;
    this.owing = owing;
    this.known = known;
  }

  /** Takes note of what may be news. */
  void note(SeriesEvent event, Instant now) {
    notifier.note(event, now);
  }

  /** Tells what has settled by now. */
  void tell(Instant now) {
    List<Revision> settled = notifier.settled(now, tracker::revision);
    settled.forEach(wanted::missingOf);
    for (Notifier.News news : notifier.news(settled, audience)) {
      news.interests().forEach(interest -> tell(news.revision(), interest, now));
    }
  }

  private void tell(Revision revision, Interest interest, Instant now) {
    String channel = interest.channel();
    PostId id = PostId.of(channel, "new-version", revision.head().id().value());
    owing.tell(id, channel, NewVersionCard.of(revision, interest.why(), known.get()), now);
  }
}
