package reroll.connectors.archive.files;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import reroll.connectors.archive.ArchiveSource;

/**
 * Takes the lines of one mail as they stand in an mbox, and keeps the mail as it was before it was
 * put there: without one {@code >} on each quoted {@code From } line (mboxrd).
 */
final class MailBuffer {
  private static final int FIRST_BYTES = 8 << 10;

  private final Line separator;
  private final CRC32C sum = new CRC32C();
  private byte[] bytes = new byte[FIRST_BYTES];
  private int kept;
  private long size;
  private long rawLength;
  private int emptyLines;

  /** An empty line belongs to the mail only if the mail goes on behind it. */
  private Optional<Line> held = Optional.empty();

  MailBuffer(Line separator) {
    this.separator = separator;
    count(separator);
  }

  /** Takes the rest of a separator that was too long for one piece. */
  void addToSeparator(Line piece) {
    count(piece);
  }

  void add(Line line) {
    held.ifPresent(this::keep);
    held = Optional.of(line).filter(Line::isEmpty);
    if (held.isPresent()) {
      emptyLines++;
    } else {
      keep(line);
    }
  }

  private void keep(Line line) {
    count(line);
    int skipped = line.isQuotedFrom() ? 1 : 0;
    int length = line.bytes().length - skipped;
    size += length;
    makeRoom(length);
    int room = Math.min(length, bytes.length - kept);
    System.arraycopy(line.bytes(), skipped, bytes, kept, room);
    kept += room;
  }

  private void count(Line line) {
    sum.update(line.bytes(), 0, line.bytes().length);
    rawLength += line.bytes().length;
  }

  private void makeRoom(int more) {
    int wanted = Math.min(kept + more, ArchiveSource.MAX_MAIL_BYTES);
    if (wanted > bytes.length) {
      int doubled = Math.min(bytes.length * 2, ArchiveSource.MAX_MAIL_BYTES);
      bytes = Arrays.copyOf(bytes, Math.max(wanted, doubled));
    }
  }

  boolean endsInEmptyLine() {
    return held.isPresent();
  }

  /**
   * @param last whether the content ended, rather than another mail began
   */
  MboxMail finish(boolean last) {
    // The empty line behind the header ends no mail, it begins the text.
    boolean closed = !last || (endsInEmptyLine() && emptyLines > 1);
    MboxPlace place = new MboxPlace(separator.offset(), rawLength, (int) sum.getValue());
    return new MboxMail(place, separator.text(), Arrays.copyOf(bytes, kept), size, closed);
  }
}
