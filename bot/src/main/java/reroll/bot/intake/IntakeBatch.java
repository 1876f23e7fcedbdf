package reroll.bot.intake;

import java.time.Instant;
import java.util.List;
import reroll.connectors.archive.Cursor;

/**
 * Some entries of an archive, in order of arrival.
 *
 * @param list the short name of the list
 * @param after the cursor before them
 * @param next the cursor behind them; to be kept together with what they cause
 * @param more whether the archive held more
 */
public record IntakeBatch(
    String list, Cursor after, List<IntakeEntry> entries, Cursor next, boolean more) {
  public IntakeBatch {
    entries = List.copyOf(entries);
  }

  /** The same batch without what arrived before {@code start}. */
  public IntakeBatch since(Instant start) {
    return new IntakeBatch(
        list,
        after,
        entries.stream().filter(entry -> !entry.at().isBefore(start)).toList(),
        next,
        more);
  }
}
