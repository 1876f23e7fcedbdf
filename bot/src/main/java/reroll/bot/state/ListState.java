package reroll.bot.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reroll.bot.command.Call;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.connectors.archive.Cursor;

/**
 * How far one list has been read. Immutable.
 *
 * @param mails that were read
 * @param broken that could not be read
 * @param caughtUp whether its archive has been read to the end once
 * @param firstArrival of its oldest entry; {@link Instant#EPOCH} where there is none
 * @param lastBroken arrival of the newest that could not be read; else {@link Instant#EPOCH}
 * @param lastArrival of its newest entry; {@link Instant#EPOCH} where there is none
 */
public record ListState(
    String list,
    Cursor cursor,
    long mails,
    long broken,
    boolean caughtUp,
    Instant firstArrival,
    Instant lastBroken,
    Instant lastArrival) {

  static ListState unread(String list) {
    return new ListState(
        list, Cursor.START, 0, 0, false, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
  }

  /** What commands are told of it. */
  Call.Reading reading() {
    return new Call.Reading(
        list,
        mails,
        broken,
        caughtUp,
        known(firstArrival),
        known(lastBroken),
        known(lastArrival),
        cursor.value());
  }

  private static Optional<Instant> known(Instant arrival) {
    return Optional.of(arrival).filter(at -> !at.equals(Instant.EPOCH));
  }

  /** The same list when it has been read further. */
  ListState with(IntakeBatch batch, long moreMails, long moreBroken) {
    List<IntakeEntry> entries = batch.entries();
    boolean isFirst = firstArrival.equals(Instant.EPOCH) && !entries.isEmpty();
    return new ListState(
        list,
        batch.next(),
        mails + moreMails,
        broken + moreBroken,
        caughtUp || !batch.more(),
        isFirst ? entries.get(0).at() : firstArrival,
        entries.stream()
            .filter(IntakeEntry.Broken.class::isInstance)
            .map(IntakeEntry::at)
            .reduce((a, b) -> b)
            .orElse(lastBroken),
        entries.isEmpty() ? lastArrival : entries.get(entries.size() - 1).at());
  }
}
