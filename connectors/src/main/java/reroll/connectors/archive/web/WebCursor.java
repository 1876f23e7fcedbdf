package reroll.connectors.archive.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * A place and the hashes of the mails that were given last, the newest last: {@code web 1754000000
 * HASHES} where all was read, {@code web 1754000000..1754600000 mHASH HASHES} within a window.
 * Immutable.
 */
record WebCursor(Place place, List<Long> recent) {
  /**
   * How many mails a cursor remembers. A feed shows 25, which have to be known again after a
   * restart; what came late, or has more than one id, takes the rest. More would be read again less
   * often after a restart, and be written with every batch.
   */
  static final int MAX_RECENT = 64;

  private static final String HASH = "[A-Za-z0-9_-]{" + ShortHash.CHARS + "}";

  private static final Pattern FORM =
      Pattern.compile(
          "web (\\d{1,11})(\\.\\.(\\d{1,11})?)?(?: m("
              + HASH
              + "))?(?: ((?:"
              + HASH
              + "){1,"
              + MAX_RECENT
              + "}))?");

  WebCursor {
    recent = List.copyOf(recent);
  }

  /**
   * Reads a cursor as {@link #toCursor} wrote it.
   *
   * @throws ConnectorException if this kind of archive did not make the cursor
   */
  static WebCursor parse(Cursor cursor) throws ConnectorException {
    Matcher words = FORM.matcher(cursor.value());
    if (!words.matches()) {
      throw ConnectorException.rejected(
          "the saved place \""
              + cursor.value()
              + "\" is not one of a web archive: the list's archive was changed for one of another"
              + " kind");
    }
    Place place =
        new Place(
            words.group(2) == null,
            Long.parseLong(words.group(1)),
            Optional.ofNullable(words.group(3)).map(Long::parseLong),
            Optional.ofNullable(words.group(4)).map(ShortHash::parse));
    List<Long> recent = new ArrayList<>();
    String hashes = words.group(5) == null ? "" : words.group(5);
    for (int at = 0; at < hashes.length(); at += ShortHash.CHARS) {
      recent.add(ShortHash.parse(hashes.substring(at, at + ShortHash.CHARS)));
    }
    return new WebCursor(place, recent);
  }

  Cursor toCursor() {
    StringBuilder text = new StringBuilder("web ").append(place.second());
    if (!place.upToDate()) {
      text.append("..");
      place.until().ifPresent(text::append);
    }
    place.marker().ifPresent(mail -> text.append(" m").append(ShortHash.text(mail)));
    if (!recent.isEmpty()) {
      text.append(' ');
      recent.forEach(mail -> text.append(ShortHash.text(mail)));
    }
    return new Cursor(text.toString());
  }
}
