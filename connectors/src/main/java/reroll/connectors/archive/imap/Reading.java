package reroll.connectors.archive.imap;

import java.util.ArrayList;
import java.util.List;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.imap.ImapException.Kind;

/**
 * Reads one batch of what was found. Looks through a bounded number of mails, so that a mailbox in
 * which none is meant is read in steps that can be saved. Used once, by one thread.
 */
final class Reading {
  /** Mails whose rows are fetched together. */
  static final int ROWS = 500;

  /** Mails that are looked through for a batch. */
  private static final int MOST_ROWS = 5_000;

  private final Session session;
  private final ListFilter filter;
  private final Taker taker;
  private final int most;
  private final List<ArchiveEntry> entries = new ArrayList<>();
  private Rest rest;
  private long bytes;
  private int looked;

  Reading(Session session, ListFilter filter, Taker taker, Rest rest, int most) {
    this.session = session;
    this.filter = filter;
    this.taker = taker;
    this.rest = rest;
    this.most = most;
  }

  Rest rest() {
    return rest;
  }

  Batch batch() {
    return new Batch(entries, rest.place().toCursor(), rest.more());
  }

  /** Reads until the batch is full, in as large steps as the server can take. */
  void readAll() throws ImapException {
    while (!isFull()) {
      int rows = filter.takesAll() ? Math.min(ROWS, most - entries.size()) : ROWS;
      take(new MailFetch(session).rows(rest.first(rows), !filter.takesAll()));
    }
  }

  private boolean isFull() {
    return rest.isEmpty()
        || entries.size() >= most
        || bytes >= ArchiveSource.MAX_BATCH_BYTES
        || looked >= MOST_ROWS;
  }

  private void take(List<Row> rows) throws ImapException {
    List<Row> wanted = rows.stream().filter(this::isMeant).toList();
    while (!wanted.isEmpty() && !isFull()) {
      List<Row> group =
          Taker.group(wanted.subList(0, Math.min(wanted.size(), most - entries.size())));
      taker.entries(group, session).forEach(this::add);
      rest = rest.behind(group.get(group.size() - 1));
      wanted = wanted.subList(group.size(), wanted.size());
    }
    looked += rows.size();
    if (wanted.isEmpty()) {
      rest = rest.behind(rows.get(rows.size() - 1));
    }
  }

  /** What is not known to be another list's. */
  private boolean isMeant(Row row) {
    return row.gap().isPresent() || filter.takesAll() || filter.takes(row.headers());
  }

  private void add(ArchiveEntry entry) {
    entries.add(entry);
    bytes += entry instanceof RawMail mail ? mail.bytes().length : 0;
  }

  /**
   * Reads one mail by itself, where the server sent more than it may for several: which of them it
   * was shows here, and that one is told and passed over.
   *
   * @return whether the session can still be used
   */
  boolean readOne() throws ImapException {
    Row row = Row.gap(rest.first(1)[0], Row.Gap.ENDLESS);
    try {
      row = new MailFetch(session).rows(rest.first(1), !filter.takesAll()).get(0);
      take(List.of(row));
      return true;
    } catch (ImapException e) {
      if (e.kind() != Kind.TOO_MUCH) {
        throw e;
      }
      add(taker.endless(row));
      rest = rest.behind(row);
      return false;
    }
  }
}
