package reroll.connectors.archive.imap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailboxes of the server that make up the archive: one; or, for a newsgroup of
 * public-inbox-imapd, one for every 50,000 UIDs, {@code NEWSGROUP.0} and so on, beneath a parent
 * that is always empty. The UIDs of all slices are one sequence. Immutable.
 *
 * @param name the mailbox, or the parent
 */
record Slices(String name, boolean many) {
  /** As many UIDs has a slice of public-inbox, whether they are in use or not. */
  static final long SIZE = 50_000;

  /** UIDs are numbers of 32 bits (RFC 3501 2.3.1.1). */
  static final long MAX_UID = 0xffff_ffffL;

  private static final Pattern SLICE = Pattern.compile("(.+)\\.\\d{1,6}");

  /** Finds out what a configured name is. Opens a mailbox. */
  static Slices at(String mailbox, Session session) throws ImapException {
    Matcher slice = SLICE.matcher(mailbox);
    if (slice.matches() && isParent(slice.group(1), session)) {
      return new Slices(slice.group(1), true);
    }
    return new Slices(mailbox, session.examine(mailbox).isDummy());
  }

  private static boolean isParent(String mailbox, Session session) throws ImapException {
    try {
      return session.examine(mailbox).isDummy();
    } catch (ImapException e) {
      if (e.kind() == ImapException.Kind.REFUSED) {
        return false;
      }
      throw e;
    }
  }

  /** The mailbox that holds a UID. */
  String mailboxOf(long uid) {
    return many ? name + "." + sliceOf(uid) : name;
  }

  private static long sliceOf(long uid) {
    return (Math.max(1, uid) - 1) / SIZE;
  }

  /** The last UID that the mailbox of this one may hold. */
  long lastBeside(long uid) {
    return many ? (sliceOf(uid) + 1) * SIZE : MAX_UID;
  }

  /** The first UID that the mailbox of this one may hold. */
  long firstBeside(long uid) {
    return many ? sliceOf(uid) * SIZE + 1 : 1;
  }

  /** Whether a UID is the last of its mailbox, which then stays silent for ever. */
  boolean endsWith(long uid) {
    return many && uid > 0 && uid % SIZE == 0;
  }

  /** What is true of the archive now, without opening anything. */
  Selected status(Session session) throws ImapException {
    return session.status(mailboxOf(1));
  }
}
