package reroll.connectors.archive.imap;

import java.util.HashMap;
import java.util.Map;

/**
 * How often a mail was refused: a server that is ill is asked again, one mail that is ill is told
 * and passed over. Outlives sessions. Used by one thread at a time.
 */
final class Refusals {
  /** So often a mail is asked for, in as many readings. */
  private static final int TRIES = 3;

  /** A reading ends with the first refusal, so that there are few at a time. */
  private static final int MOST = 1_000;

  private final Map<String, Integer> refusals = new HashMap<>();

  /** Counts another refusal; tells whether it was the last that counts. */
  boolean areEnough(String ref) {
    if (refusals.size() >= MOST) {
      refusals.clear();
    }
    boolean enough = refusals.merge(ref, 1, Integer::sum) >= TRIES;
    if (enough) {
      refusals.remove(ref);
    }
    return enough;
  }
}
