package reroll.connectors.archive.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import reroll.connectors.archive.ArchiveSource;

/** Takes what is known of mails, and mails, from the open mailbox. Used by one thread at a time. */
final class MailFetch {
  /** What the server says of one mail, besides its headers. */
  private static final int ROW = 512;

  /** Real headers of these names have some hundred bytes; a few have thousands. */
  private static final int HEADERS = 16 << 10;

  /** So that one mail alone may have more of them. */
  private static final int SLACK = 1 << 20;

  private final Session session;

  MailFetch(Session session) {
    this.session = session;
  }

  /**
   * What the server tells of mails, a row for each.
   *
   * @param uids as they were found, ascending
   */
  List<Row> rows(long[] uids, boolean withHeaders) throws ImapException {
    String items = "INTERNALDATE RFC822.SIZE";
    if (withHeaders) {
      items += " BODY.PEEK[HEADER.FIELDS (" + ListFilter.HEADERS + ")]";
    }
    long budget = SLACK + (long) uids.length * (ROW + (withHeaders ? HEADERS : 0));
    Map<Long, Row> rows = new HashMap<>();
    for (FetchResponse answer : session.fetch(set(uids), items, budget)) {
      row(answer).ifPresent(row -> rows.put(row.uid(), row));
    }
    addGaps(uids, rows);
    return Arrays.stream(uids).mapToObj(rows::get).toList();
  }

  private static Optional<Row> row(FetchResponse answer) {
    UID uid = answer.getItem(UID.class);
    RFC822SIZE size = answer.getItem(RFC822SIZE.class);
    if (uid == null || size == null) {
      return Optional.empty(); // a flag changed
    }
    INTERNALDATE date = answer.getItem(INTERNALDATE.class);
    Instant arrived =
        date == null || date.getDate() == null ? Instant.EPOCH : date.getDate().toInstant();
    String headers = new String(body(answer).orElse(new byte[0]), StandardCharsets.ISO_8859_1);
    return Optional.of(new Row(uid.uid, arrived, size.size, headers, Optional.empty()));
  }

  /** Angus passes over what it cannot read, so a row that is missing may be one of those. */
  private void addGaps(long[] uids, Map<Long, Row> rows) throws ImapException {
    long[] missing = LongStream.of(uids).filter(uid -> !rows.containsKey(uid)).toArray();
    if (missing.length > 0) {
      long[] there = session.search("UID " + set(missing));
      for (long uid : missing) {
        boolean gone = Arrays.binarySearch(there, uid) < 0;
        rows.put(uid, Row.gap(uid, gone ? Row.Gap.GONE : Row.Gap.WITHHELD));
      }
    }
  }

  /**
   * Whole mails, none larger than {@link ArchiveSource#MAX_MAIL_BYTES}, in the line ends of their
   * archives: IMAP alone has CR LF.
   *
   * @return by their UIDs; what the server does not give is missing
   */
  Map<Long, byte[]> mails(List<Row> rows) throws ImapException {
    long sizes = rows.stream().mapToLong(Row::size).sum();
    long budget = SLACK + sizes + sizes / 8 + (long) rows.size() * ROW;
    Map<Long, byte[]> mails = new HashMap<>();
    long[] uids = rows.stream().mapToLong(Row::uid).toArray();
    for (FetchResponse answer : session.fetch(set(uids), "BODY.PEEK[]", budget)) {
      UID uid = answer.getItem(UID.class);
      Optional<byte[]> body = body(answer);
      if (uid != null && body.isPresent()) {
        mails.put(uid.uid, withoutCarriageReturns(body.get()));
      }
    }
    return mails;
  }

  /**
   * The beginning of a mail that is too large.
   *
   * @param headersOnly for public-inbox, where a part of a mail is cut out in the wrong place
   */
  Optional<byte[]> beginning(Row row, boolean headersOnly) throws ImapException {
    int most = ArchiveSource.MAX_MAIL_BYTES;
    String items = headersOnly ? "BODY.PEEK[HEADER]" : "BODY.PEEK[]<0." + most + ">";
    for (FetchResponse answer : session.fetch("" + row.uid(), items, (long) most + SLACK)) {
      Optional<byte[]> body = body(answer);
      if (body.isPresent()) {
        byte[] mail = withoutCarriageReturns(body.get());
        return Optional.of(Arrays.copyOf(mail, Math.min(mail.length, most)));
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> body(FetchResponse answer) {
    return Optional.ofNullable(answer.getItem(BODY.class))
        .map(BODY::getByteArray)
        .map(ByteArray::getNewBytes);
  }

  private static byte[] withoutCarriageReturns(byte[] mail) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(mail.length);
    int from = 0;
    for (int i = 0; i + 1 < mail.length; i++) {
      if (mail[i] == '\r' && mail[i + 1] == '\n') {
        lines.write(mail, from, i - from);
        from = i + 1;
      }
    }
    lines.write(mail, from, mail.length - from);
    return lines.toByteArray();
  }

  /** A sequence-set, with ranges where they make it shorter: public-inbox takes 8,000 bytes. */
  static String set(long[] uids) {
    List<String> ranges = new ArrayList<>();
    for (int from = 0, to; from < uids.length; from = to) {
      to = from + 1;
      while (to < uids.length && uids[to] == uids[to - 1] + 1) {
        to++;
      }
      ranges.add(to - from == 1 ? "" + uids[from] : uids[from] + ":" + uids[to - 1]);
    }
    return ranges.stream().collect(Collectors.joining(","));
  }
}
