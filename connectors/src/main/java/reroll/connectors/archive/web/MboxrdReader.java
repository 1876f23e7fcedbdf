package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import reroll.connectors.archive.ArchiveSource;

/**
 * The mails of an mboxrd as public-inbox writes it (PublicInbox/Mbox.pm): a fixed line above each,
 * one {@code >} more on each line that looks like it, and one newline more at the end. Used by one
 * thread at a time.
 */
final class MboxrdReader {
  private static final byte[] SEPARATOR =
      "From mboxrd@z Thu Jan  1 00:00:00 1970".getBytes(US_ASCII);

  private static final byte[] FROM = "From ".getBytes(US_ASCII);

  /** Longer lines come in pieces, so that none can fill the memory. */
  private static final int PIECE_BYTES = 64 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[PIECE_BYTES];
  private int start;
  private int limit;

  /** The line at hand, in {@link #buffer}. */
  private int lineStart;

  private int lineEnd;
  private boolean continued;
  private boolean begun;

  /** Whether a separator was read whose mail was not. */
  private boolean mailFollows;

  MboxrdReader(InputStream in) {
    this.in = in;
  }

  /**
   * Reads the next mail; empty at the end.
   *
   * @throws IOException if the stream breaks off, or is no mbox
   */
  Optional<WireMail> next() throws IOException {
    if (!begun) {
      begun = true;
      mailFollows = nextLine();
      if (mailFollows && !isSeparator()) {
        throw new IOException("there are no mails but something else");
      }
    }
    if (!mailFollows) {
      return Optional.empty();
    }
    MailBytes mail = new MailBytes();
    mailFollows = false;
    while (nextLine()) {
      if (isSeparator()) {
        mailFollows = true;
        break;
      }
      int skipped = isQuotedFrom() ? 1 : 0;
      mail.add(buffer, lineStart + skipped, lineEnd);
    }
    return Optional.of(mail.withoutLastByte());
  }

  private boolean nextLine() throws IOException {
    continued = lineEnd > lineStart && buffer[lineEnd - 1] != '\n';
    int at = start;
    while (true) {
      while (at < limit) {
        if (buffer[at++] == '\n') {
          return take(at);
        }
      }
      if (limit - start == buffer.length) {
        return take(limit);
      }
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
      at = limit;
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read <= 0) {
        return limit > 0 && take(limit);
      }
      limit += read;
    }
  }

  private boolean take(int end) {
    lineStart = start;
    lineEnd = end;
    start = end;
    return true;
  }

  private boolean isSeparator() {
    int end = lineEnd - 1;
    if (end > lineStart && buffer[end] == '\n' && buffer[end - 1] == '\r') {
      end--; // mails with such lines have it, too
    }
    return !continued
        && Arrays.equals(
            buffer, lineStart, Math.max(lineStart, end), SEPARATOR, 0, SEPARATOR.length);
  }

  private boolean isQuotedFrom() {
    int at = lineStart;
    while (at < lineEnd && buffer[at] == '>') {
      at++;
    }
    int end = at + FROM.length;
    return !continued
        && at > lineStart
        && end <= lineEnd
        && Arrays.equals(buffer, at, end, FROM, 0, FROM.length);
  }

  /** The bytes of one mail, as many as are kept. */
  private static final class MailBytes {
    private byte[] bytes = new byte[8 << 10];
    private int kept;
    private long size;

    void add(byte[] from, int begin, int end) {
      int length = end - begin;
      size += length;
      int wanted = (int) Math.min((long) kept + length, ArchiveSource.MAX_MAIL_BYTES);
      if (wanted > bytes.length) {
        int doubled = Math.min(bytes.length * 2, ArchiveSource.MAX_MAIL_BYTES);
        bytes = Arrays.copyOf(bytes, Math.max(wanted, doubled));
      }
      System.arraycopy(from, begin, bytes, kept, wanted - kept);
      kept = wanted;
    }

    /** The server added a newline. */
    WireMail withoutLastByte() {
      long whole = Math.max(size - 1, 0);
      return new WireMail(Arrays.copyOf(bytes, (int) Math.min(kept, whole)), whole);
    }
  }
}
