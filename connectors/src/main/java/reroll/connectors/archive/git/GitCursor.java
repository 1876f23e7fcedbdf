package reroll.connectors.archive.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * How far the newest epoch was read, and how far the one before it: a mirror may bring a new epoch
 * first and the last mails of the old one behind it. Epochs before these two are done.
 */
record GitCursor(EpochPlace newest, Optional<EpochPlace> before) {
  private static final String PLACE = " (\\d{1,9}) ([0-9a-f]{40}) ((?:[0-9a-f]{16},?){0,8})";

  private static final Pattern FORM = Pattern.compile("git" + PLACE + "(?:" + PLACE + ")?");

  /** Before the first mail of {@code epoch}. */
  static GitCursor startOf(int epoch) {
    return new GitCursor(EpochPlace.startOf(epoch), Optional.empty());
  }

  /**
   * Reads a cursor as {@link #toCursor} wrote it.
   *
   * @throws ConnectorException if this kind of archive did not make the cursor
   */
  static GitCursor parse(Cursor cursor) throws ConnectorException {
    Matcher words = FORM.matcher(cursor.value());
    if (!words.matches()) {
      throw ConnectorException.rejected(
          "the saved place \""
              + cursor.value()
              + "\" is not one of a git archive: the list's archive was changed for one of another"
              + " kind");
    }
    return new GitCursor(
        place(words, 1), words.group(4) == null ? Optional.empty() : Optional.of(place(words, 4)));
  }

  private static EpochPlace place(Matcher words, int group) {
    String blobs = words.group(group + 2);
    return new EpochPlace(
        Integer.parseInt(words.group(group)),
        ObjectId.fromString(words.group(group + 1)),
        blobs.isEmpty() ? List.of() : List.of(blobs.split(",", -1)));
  }

  Cursor toCursor() {
    return new Cursor("git" + text(newest) + before.map(GitCursor::text).orElse(""));
  }

  private static String text(EpochPlace place) {
    return " "
        + place.epoch()
        + " "
        + place.commit().name()
        + " "
        + String.join(",", place.recentBlobs());
  }

  /** The place from which to read an epoch; empty if that one is done. */
  Optional<EpochPlace> placeIn(int epoch) {
    if (epoch > newest.epoch()) {
      return Optional.of(EpochPlace.startOf(epoch));
    }
    return epoch == newest.epoch()
        ? Optional.of(newest)
        : before.filter(place -> place.epoch() == epoch);
  }

  /** The oldest epoch that is not done. */
  int oldestEpoch() {
    return before.orElse(newest).epoch();
  }

  /** The same but for the epoch of {@code place}. */
  GitCursor with(EpochPlace place) {
    if (place.epoch() < newest.epoch()) {
      return new GitCursor(newest, Optional.of(place));
    }
    boolean sameEpoch = place.epoch() == newest.epoch();
    return new GitCursor(place, sameEpoch || newest.isStart() ? before : Optional.of(newest));
  }
}
