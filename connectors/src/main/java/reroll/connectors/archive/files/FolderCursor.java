package reroll.connectors.archive.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * Which files of a folder were read: all up to {@code last}, provided that these are as many and
 * have the same names as then.
 *
 * @param digest the sum of the names' hashes, so that a name is added without the others at hand
 * @param last in {@link NaturalOrder}; empty if none was read
 */
record FolderCursor(long count, long digest, String last) {
  static final FolderCursor START = new FolderCursor(0, 0, "");

  private static final Pattern FORM = Pattern.compile("folder (\\d{1,18}) ([0-9a-f]{1,16}) (.+)");

  static FolderCursor parse(Cursor cursor) throws ConnectorException {
    if (cursor.isStart()) {
      return START;
    }
    Matcher words = FORM.matcher(cursor.value());
    if (!words.matches()) {
      throw MailStore.foreign(cursor, "a maildir or a folder of .eml files");
    }
    return new FolderCursor(
        Long.parseLong(words.group(1)), Long.parseUnsignedLong(words.group(2), 16), words.group(3));
  }

  Cursor toCursor() {
    return equals(START)
        ? Cursor.START
        : new Cursor("folder " + count + " " + Long.toHexString(digest) + " " + last);
  }

  static FolderCursor of(Collection<String> names) {
    FolderCursor cursor = START;
    for (String name : names) {
      cursor = cursor.with(name);
    }
    return cursor;
  }

  /** One more file was read. */
  FolderCursor with(String name) {
    boolean later = NaturalOrder.INSTANCE.compare(name, last) > 0;
    return new FolderCursor(count + 1, digest + hash(name), later ? name : last);
  }

  private static long hash(String name) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha.digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
