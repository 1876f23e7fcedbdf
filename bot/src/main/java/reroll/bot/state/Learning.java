package reroll.bot.state;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.Reply;
import reroll.bot.series.Arrival;
import reroll.bot.series.SeriesEvent;
import reroll.bot.series.SeriesTracker;
import reroll.bot.series.TrackedMail;

/** Takes in mail. State thread only. */
final class Learning {
  private static final Logger log = LoggerFactory.getLogger(Learning.class);

  private final ListStates lists;
  private final SeenReplies seenReplies;
  private final Releases releases;
  private final LookUps lookUps;
  private final SeriesTracker tracker;
  private final Telling telling;
  private final Scheduling scheduling;

  Learning(
      ListStates lists,
      SeenReplies seenReplies,
      Releases releases,
      LookUps lookUps,
      SeriesTracker tracker,
      Telling telling,
      Scheduling scheduling) {
    this.lists = lists;
    this.seenReplies = seenReplies;
    this.releases = releases;
    this.lookUps = lookUps;
    this.tracker = tracker;
    this.telling = telling;
    this.scheduling = scheduling;
  }

  void take(Input.MailCame came) {
    IntakeBatch batch = came.batch();
    ListState before = lists.of(batch.list());
    if (!batch.after().equals(before.cursor())) {
      log.error(
          "{}: mail behind {} came when {} was expected, please report it; it is read again",
          batch.list(),
          batch.after(),
          before.cursor());
      return;
    }
    long mails = 0;
    for (IntakeEntry entry : batch.entries()) {
      if (entry instanceof IntakeEntry.Read read) {
        mails++;
        take(read, came, before.caughtUp());
      }
    }
    long broken = batch.entries().stream().filter(IntakeEntry.Broken.class::isInstance).count();
    lists.put(before.with(batch, mails, broken));
    telling.tell(came.at());
  }

  /** What a list held before it was first read to its end is learned, not told. */
  private void take(IntakeEntry.Read read, Input.MailCame came, boolean isNews) {
    List<String> before = listsOf(read);
    List<SeriesEvent> events = accept(read, came.batch().list());
    if (isNews) {
      scheduling.came(arrival(read, came.batch().list()), came.batch().list(), before);
    }
    for (SeriesEvent event : events) {
      if (isNews) {
        telling.note(event, came.at());
      }
    }
  }

  private List<String> listsOf(IntakeEntry.Read read) {
    return tracker.mail(read.facts().id()).map(TrackedMail::lists).orElse(List.of());
  }

  /** Where it arrived first. */
  private Arrival arrival(IntakeEntry.Read read, String list) {
    return tracker
        .mail(read.facts().id())
        .map(TrackedMail::arrival)
        .orElse(new Arrival(list, read.ref(), read.at()));
  }

  private List<SeriesEvent> accept(IntakeEntry.Read read, String list) {
    if (read.facts() instanceof Reply reply) {
      releases.note(reply, read.at());
      if (!seenReplies.add(reply.id())) {
        return List.of();
      }
    }
    return tracker.accept(read.facts(), new Arrival(list, read.ref(), read.at()));
  }

  /** What is looked up is learned, not told; but what it links may be news for those who follow. */
  void take(Input.LookedUp found) {
    lookUps.answered(found.revision());
    for (IntakeEntry entry : found.entries()) {
      if (entry instanceof IntakeEntry.Read read) {
        learn(read, found.at());
      }
    }
    telling.tell(found.at());
  }

  private void learn(IntakeEntry.Read read, Instant now) {
    for (SeriesEvent event : accept(read, LookUps.LIST)) {
      if (event.revision().mails().stream().anyMatch(Learning::cameOnAList)) {
        telling.note(event, now);
      }
    }
  }

  private static boolean cameOnAList(TrackedMail mail) {
    return !mail.lists().equals(List.of(LookUps.LIST));
  }
}
