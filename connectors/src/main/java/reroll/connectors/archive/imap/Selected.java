package reroll.connectors.archive.imap;

/**
 * What a server says of a mailbox. Immutable.
 *
 * @param validity its UIDVALIDITY; 0 for the dummies of public-inbox, -1 where nothing is said
 * @param uidNext at most the UID of the next mail; at public-inbox, of all slices; -1 where nothing
 *     is said
 */
record Selected(String mailbox, long validity, long uidNext) {
  /** No mailbox at all: none has an empty name. */
  static final Selected NONE = new Selected("", -1, -1);

  boolean isFor(String name) {
    return mailbox.equals(name);
  }

  /** A parent of slices, which never holds mail (public-inbox-imapd). */
  boolean isDummy() {
    return validity == 0;
  }
}
