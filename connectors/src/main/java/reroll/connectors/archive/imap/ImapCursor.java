package reroll.connectors.archive.imap;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * How far a mailbox was read. At public-inbox the UIDs of all slices are one sequence with one
 * UIDVALIDITY, so that the slice follows from the UID.
 *
 * @param validity the mailbox's UIDVALIDITY, while which UIDs mean the same mails
 * @param uid of the last mail that was read, or passed over
 * @param arrived when that one came, in whole seconds; from there on it is read anew when the
 *     mailbox was rebuilt
 * @param mailbox its name, encoded to be one word of ASCII
 */
record ImapCursor(long validity, long uid, Instant arrived, String mailbox) {
  private static final Pattern FORM =
      Pattern.compile("imap (\\d{1,10}) (\\d{1,10}) (-?\\d{1,12}) (\\S{1,2000})");

  static String encoded(String mailbox) {
    return URLEncoder.encode(mailbox, StandardCharsets.UTF_8);
  }

  /**
   * Reads a cursor as {@link #toCursor} wrote it.
   *
   * @throws ConnectorException if this kind of archive did not make the cursor
   */
  static ImapCursor parse(Cursor cursor) throws ConnectorException {
    Matcher words = FORM.matcher(cursor.value());
    if (!words.matches()) {
      throw ConnectorException.rejected(
          "the saved place \""
              + cursor.value()
              + "\" is not one of a mailbox: the list's archive was changed for one of another"
              + " kind");
    }
    return new ImapCursor(
        Long.parseLong(words.group(1)),
        Long.parseLong(words.group(2)),
        Instant.ofEpochSecond(Long.parseLong(words.group(3))),
        words.group(4));
  }

  Cursor toCursor() {
    return new Cursor(
        "imap " + validity + " " + uid + " " + arrived.getEpochSecond() + " " + mailbox);
  }

  /** Whether UIDs of that mailbox mean what they meant here. */
  boolean isOf(String otherMailbox, long otherValidity) {
    return mailbox.equals(otherMailbox) && validity == otherValidity;
  }

  /** Further in the same mailbox. */
  ImapCursor at(long nextUid, Instant nextArrived) {
    boolean later = nextArrived.isAfter(arrived);
    return new ImapCursor(validity, nextUid, later ? nextArrived : arrived, mailbox);
  }
}
