package reroll.connectors.archive;

import java.time.Instant;

/**
 * One thing that stands in an archive, in its order. Most are mails; what is none, or cannot be
 * read, is told as such, so that nothing disappears in a log line.
 */
public sealed interface ArchiveEntry {
  /**
   * The archive's own short name for this entry, by which it can be read again: a commit of an
   * epoch, a file, an offset.
   */
  String ref();

  /**
   * When the archive says that the entry arrived there, or {@link Instant#EPOCH} where it does not
   * know. Never taken from the Date header.
   */
  Instant arrived();

  /**
   * A mail as it was received.
   *
   * @param bytes the mail, cut at {@link ArchiveSource#MAX_MAIL_BYTES}
   * @param size its whole size in bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and a copy of every mail would cost
  record RawMail(String ref, Instant arrived, byte[] bytes, long size) implements ArchiveEntry {
    /** Whether {@link #bytes} is only the beginning. */
    public boolean cut() {
      return size > bytes.length;
    }
  }

  /** A place in the archive that holds no mail: it was removed or purged, or never was one. */
  record NoMail(String ref, Instant arrived) implements ArchiveEntry {}

  /**
   * A mail that the archive holds but cannot give.
   *
   * @param why one sentence for a user
   */
  record Unreadable(String ref, Instant arrived, String why) implements ArchiveEntry {}
}
