package reroll.bot.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.PostId;
import reroll.bot.follow.Follow;
import reroll.bot.series.SavedSeries;

/**
 * The whole state as a snapshot holds it. Immutable.
 *
 * @param inputs how many inputs made it
 * @param lastNumber of the newest revision
 * @param waiting revisions that are to be told, with the time of their last mail
 * @param told revisions that were told
 */
record SavedState(
    long inputs,
    List<ListState> lists,
    List<Follow> follows,
    List<Outbox.Owed> owed,
    List<PostId> settled,
    List<Outbox.Refused> refused,
    long dropped,
    Map<Long, Instant> waiting,
    List<Long> told,
    List<Long> seenReplies,
    List<Long> wantedLookUps,
    List<Long> askedLookUps,
    List<Comparisons.Asked> comparisons,
    long lastNumber,
    List<SavedSeries> series) {}
