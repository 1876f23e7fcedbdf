package reroll.bot.state;

import java.time.Instant;
import reroll.bot.intake.IntakeBatch;
import reroll.connectors.archive.Cursor;

/**
 * How far one list has been read. Immutable.
 *
 * @param mails that were read
 * @param broken that could not be read
 * @param caughtUp whether its archive has been read to the end once
 * @param lastArrival of its newest entry; {@link Instant#EPOCH} where there is none
 */
public record ListState(
    String list, Cursor cursor, long mails, long broken, boolean caughtUp, Instant lastArrival) {

  static ListState unread(String list) {
    return new ListState(list, Cursor.START, 0, 0, false, Instant.EPOCH);
  }

  /** The same list when it has been read further. */
  ListState with(IntakeBatch batch, long moreMails, long moreBroken) {
    int size = batch.entries().size();
    return new ListState(
        list,
        batch.next(),
        mails + moreMails,
        broken + moreBroken,
        caughtUp || !batch.more(),
        size == 0 ? lastArrival : batch.entries().get(size - 1).at());
  }
}
