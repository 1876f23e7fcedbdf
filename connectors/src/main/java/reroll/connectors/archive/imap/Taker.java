package reroll.connectors.archive.imap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;

/**
 * Turns rows into entries, one for each, and never leaves one out. Used by one thread at a time.
 */
final class Taker {
  /** Mails are fetched together until they have this size. */
  private static final long GROUP_BYTES = 1 << 20;

  private final long validity;
  private final boolean cutsWell;
  private final Refusals refusals;

  /**
   * Of one mailbox.
   *
   * @param cutsWell whether its server can give the beginning of a mail
   */
  Taker(long validity, boolean cutsWell, Refusals refusals) {
    this.validity = validity;
    this.refusals = refusals;
    this.cutsWell = cutsWell;
  }

  /** The first rows as far as they can be fetched together; at least one. */
  static List<Row> group(List<Row> rows) {
    List<Row> group = new ArrayList<>();
    long bytes = 0;
    for (Row row : rows) {
      bytes += Math.min(row.size(), ArchiveSource.MAX_MAIL_BYTES);
      if (!group.isEmpty() && bytes > GROUP_BYTES) {
        break;
      }
      group.add(row);
    }
    return group;
  }

  /** The entries of a group. */
  List<ArchiveEntry> entries(List<Row> group, Session session) throws ImapException {
    List<Row> whole = group.stream().filter(Taker::fits).toList();
    Map<Long, byte[]> mails = whole.isEmpty() ? Map.of() : mails(whole, session);
    List<ArchiveEntry> entries = new ArrayList<>();
    for (Row row : group) {
      byte[] mail = mails.get(row.uid());
      entries.add(mail == null ? alone(row, session) : raw(row, mail, mail.length));
    }
    return entries;
  }

  private static boolean fits(Row row) {
    return row.gap().isEmpty() && row.size() <= ArchiveSource.MAX_MAIL_BYTES;
  }

  /** Where the server refuses a group, each of it is asked for alone. */
  private static Map<Long, byte[]> mails(List<Row> rows, Session session) throws ImapException {
    try {
      return new MailFetch(session).mails(rows);
    } catch (ImapException e) {
      if (e.kind() == ImapException.Kind.REFUSED) {
        return Map.of();
      }
      throw e;
    }
  }

  /** What cannot be had together with others. */
  private ArchiveEntry alone(Row row, Session session) throws ImapException {
    if (row.gap().isPresent()) {
      return gap(row, row.gap().get());
    }
    try {
      MailFetch fetch = new MailFetch(session);
      boolean whole = fits(row);
      Optional<byte[]> mail =
          whole
              ? Optional.ofNullable(fetch.mails(List.of(row)).get(row.uid()))
              : fetch.beginning(row, !cutsWell);
      return mail.<ArchiveEntry>map(bytes -> raw(row, bytes, whole ? bytes.length : row.size()))
          .orElseGet(() -> unreadable(row, "the server lists this mail and does not give it"));
    } catch (ImapException e) {
      if (e.kind() != ImapException.Kind.REFUSED || !refusals.areEnough(ref(row))) {
        throw e;
      }
      return unreadable(row, "the server does not give this mail: " + e.getMessage());
    }
  }

  private RawMail raw(Row row, byte[] mail, long size) {
    int most = Math.min(mail.length, ArchiveSource.MAX_MAIL_BYTES);
    byte[] bytes = most == mail.length ? mail : Arrays.copyOf(mail, most);
    return new RawMail(ref(row), row.arrived(), bytes, size);
  }

  private ArchiveEntry gap(Row row, Row.Gap gap) {
    return switch (gap) {
      case GONE -> new NoMail(ref(row), row.arrived());
      case WITHHELD -> unreadable(row, "the server lists this mail and tells nothing of it");
      case ENDLESS -> endless(row);
    };
  }

  /** The entry of a mail of which the server sends more than it may. */
  ArchiveEntry endless(Row row) {
    return unreadable(row, "the server sends more of this mail than it says that there is");
  }

  private ArchiveEntry unreadable(Row row, String why) {
    return new Unreadable(ref(row), row.arrived(), why);
  }

  private String ref(Row row) {
    return validity + "/" + row.uid();
  }
}
