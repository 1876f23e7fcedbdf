package reroll.connectors.archive.web;

import java.time.Instant;
import java.util.List;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;

/**
 * A mail as the server sent it.
 *
 * @param bytes cut at {@link ArchiveSource#MAX_MAIL_BYTES}
 * @param size its whole size
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WireMail(byte[] bytes, long size) {
  /** Under which the server knows the mail; the last one is its own where one was used twice. */
  List<EscapedId> ids() {
    return new MailHeader(bytes).ids();
  }

  /** By what the mail is remembered: its ids, or its bytes where it has none. */
  List<Long> hashes() {
    List<EscapedId> ids = ids();
    return ids.isEmpty()
        ? List.of(ShortHash.of(bytes))
        : ids.stream().map(EscapedId::hash).toList();
  }

  /**
   * The second by which the server orders and finds the mail; {@link Instant#EPOCH} where the mail
   * has no date.
   */
  Instant second() {
    MailHeader header = new MailHeader(bytes);
    return header.received().or(header::dated).orElse(Instant.EPOCH);
  }

  /** The entry that is read again by {@code ref}. */
  RawMail entry(String ref) {
    Instant arrived = new MailHeader(bytes).received().orElse(Instant.EPOCH);
    return new RawMail(ref, arrived, bytes, size);
  }
}
