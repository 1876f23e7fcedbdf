package reroll.connectors.archive.imap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds which mails there are, by searches whose answers are bounded. */
final class Finder {
  private static final Logger log = LoggerFactory.getLogger(Finder.class);

  /** So many UIDs are asked for at a time, be they in use or not. */
  private static final long WINDOW = 100_000;

  /** So many mails are asked for their date at a time. */
  private static final int DATED = 500;

  /** As RFC 3501 9 writes a date. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

  private final Session session;
  private final Slices slices;

  Finder(Session session, Slices slices) {
    this.session = session;
    this.slices = slices;
  }

  /**
   * The next mails behind a place.
   *
   * @param uidNext no UID so far is as large; -1 where that is not known
   */
  Rest behind(ImapCursor start, long uidNext) throws ImapException {
    ImapCursor place = start;
    while (true) {
      long first = place.uid() + 1;
      if (first > Slices.MAX_UID || (slices.many() && first >= uidNext)) {
        return Rest.of(place, new long[0], false);
      }
      session.examine(slices.mailboxOf(first));
      session.count().reading();
      long end = Math.min(slices.lastBeside(first), first + WINDOW - 1);
      boolean last = end >= uidNext - 1;
      long[] uids = found(first, last && !slices.many() ? "*" : Long.toString(end));
      if (uids.length > 0 || last) {
        return Rest.of(place, uids, !last);
      }
      place = place.at(end, place.arrived());
    }
  }

  /** The UIDs from {@code first} on; {@code *} alone would give the last mail in any case. */
  private long[] found(long first, String end) throws ImapException {
    long[] uids = session.search("UID " + first + ":" + end);
    return Arrays.stream(uids).filter(uid -> uid >= first).toArray();
  }

  /**
   * The UID behind which everything lies that arrived at {@code since} or later. Servers search by
   * days of a time zone that is their own, so that a day more is asked for.
   *
   * @param uidNext as the server said
   */
  long before(Instant since, long uidNext) throws ImapException {
    LocalDate day = LocalDate.ofInstant(since.minus(Duration.ofDays(1)), ZoneOffset.UTC);
    OptionalLong earliest = OptionalLong.empty();
    long last = Math.max(1, uidNext - 1);
    for (long uid = last; uid > 0; uid = slices.firstBeside(uid) - 1) {
      Optional<long[]> found = since(day, uid);
      if (found.isEmpty()) {
        return 0;
      }
      OptionalLong first = firstSince(since, found.get());
      if (first.isEmpty()) {
        break; // what lies before came earlier
      }
      earliest = first;
    }
    return earliest.isPresent() ? earliest.getAsLong() - 1 : Math.max(0, uidNext - 1);
  }

  /** Of the mailbox that holds {@code uid}; empty where the server cannot search by date. */
  private Optional<long[]> since(LocalDate day, long uid) throws ImapException {
    session.examine(slices.mailboxOf(uid));
    try {
      return Optional.of(session.search("SINCE " + DATE.format(day)));
    } catch (ImapException e) {
      if (e.kind() != ImapException.Kind.REFUSED || e.passes()) {
        throw e;
      }
      log.info(
          "{}: the server cannot search by date ({}); all of it is read",
          slices.name(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private OptionalLong firstSince(Instant since, long[] uids) throws ImapException {
    MailFetch fetch = new MailFetch(session);
    for (int from = 0; from < uids.length; from += DATED) {
      List<Row> rows =
          fetch.rows(
              LongStream.of(uids).skip(from).limit(DATED).toArray(), /* withHeaders= */ false);
      OptionalLong first =
          rows.stream()
              .filter(row -> !row.arrived().isBefore(since))
              .mapToLong(Row::uid)
              .findFirst();
      if (first.isPresent()) {
        return first;
      }
    }
    return OptionalLong.empty();
  }
}
