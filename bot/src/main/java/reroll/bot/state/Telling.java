package reroll.bot.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Gathering gathering;
  private final WantedMail wanted;
  private final CardKeeper keeper;

  Telling(
      SeriesTracker tracker,
      Audience audience,
      Notifier notifier,
      Gathering gathering,
      WantedMail wanted,
      CardKeeper keeper) {
    this.tracker = tracker;
    this.audience = audience;
    this.notifier = notifier;
    this.gathering = gathering;
    this.wanted = wanted;
    this.keeper = keeper;
  }

  /** Takes note of what may be news. */
  void note(SeriesEvent event, Instant now) {
    notifier.note(event, now);
    keeper.doubt(event.revision().series(), now);
  }

  /** Tells what has settled by now. */
  void tell(Instant now) {
    List<Revision> settled = notifier.settled(now, tracker::revision);
    settled.forEach(wanted::missingOf);
    byChannel(notifier.news(settled, audience))
        .forEach((channel, news) -> keeper.tell(channel, gathering.take(channel, news, now), now));
    gathering.due(now).forEach(queue -> keeper.tell(queue.channel(), news(queue), now));
    keeper.amend(now);
  }

  /** What was held, but for what is forgotten by now, or muted. */
  private Map<Revision, String> news(Gathering.Queue queue) {
    Map<Revision, String> news = new LinkedHashMap<>();
    for (Gathering.Held held : queue.held()) {
      tracker
          .revision(held.revision())
          .filter(r -> audience.mutes().find(queue.channel(), r.series()).isEmpty())
          .ifPresent(revision -> news.put(revision, held.why()));
    }
    return news;
  }

  private static Map<String, Map<Revision, String>> byChannel(List<Notifier.News> all) {
    Map<String, Map<Revision, String>> channels = new LinkedHashMap<>();
    for (Notifier.News news : all) {
      for (Interest interest : news.interests()) {
        channels
            .computeIfAbsent(interest.channel(), key -> new LinkedHashMap<>())
            .put(news.revision(), interest.why());
      }
    }
    return channels;
  }
}
