package reroll.connectors.archive.files;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * The place behind the mail read last.
 *
 * @param last empty before the first mail
 * @param toldDamage the state of a damaged file, once it has been said that it is damaged
 */
record MboxCursor(Optional<MboxPlace> last, Optional<String> toldDamage) {
  static final MboxCursor START = new MboxCursor(Optional.empty(), Optional.empty());

  private static final Pattern FORM =
      Pattern.compile("mbox (\\d{1,18}) (\\d{1,18}) ([0-9a-f]{8})(?: (\\S+))?");

  static MboxCursor parse(Cursor cursor) throws ConnectorException {
    if (cursor.isStart()) {
      return START;
    }
    Matcher words = FORM.matcher(cursor.value());
    if (!words.matches()) {
      throw MailStore.foreign(cursor, "an mbox");
    }
    return new MboxCursor(
        Optional.of(
            new MboxPlace(
                Long.parseLong(words.group(1)),
                Long.parseLong(words.group(2)),
                Integer.parseUnsignedInt(words.group(3), 16))),
        Optional.ofNullable(words.group(4)));
  }

  Cursor toCursor() {
    return last.map(this::text).map(Cursor::new).orElse(Cursor.START);
  }

  private String text(MboxPlace place) {
    String damage = toldDamage.map(state -> " " + state).orElse("");
    return String.format(
        Locale.ROOT, "mbox %d %d %08x%s", place.offset(), place.length(), place.sum(), damage);
  }

  MboxCursor afterTelling(FileStamp damaged) {
    return new MboxCursor(last, Optional.of(damaged.brief()));
  }

  boolean hasTold(FileStamp damaged) {
    return toldDamage.equals(Optional.of(damaged.brief()));
  }
}
