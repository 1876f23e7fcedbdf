package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.Batch;

/** An mbox file as it is in one state, read up to a place. Used by one thread at a time. */
final class OpenMbox implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OpenMbox.class);

  private final Path file;
  private final FileStamp stamp;
  private final MboxReader reader;
  private MboxCursor cursor;

  /** Whether the reader stands behind the cursor and cannot go on from it. */
  private boolean spent;

  private OpenMbox(Path file, FileStamp stamp, MboxReader reader, MboxCursor cursor) {
    this.file = file;
    this.stamp = stamp;
    this.reader = reader;
    this.cursor = cursor;
  }

  /**
   * Opens the file behind the mail read last. Where that mail is not at its place any more, the
   * file was rewritten and is read from the beginning.
   *
   * @param stamp taken before, so that what changes from now on is noticed
   */
  static OpenMbox behind(MboxCursor cursor, Path file, FileStamp stamp) throws IOException {
    if (cursor.last().isPresent()) {
      MboxPlace last = cursor.last().get();
      MboxReader reader = MboxReader.openAt(file, last.offset());
      if (goesBehind(last, reader)) {
        return new OpenMbox(file, stamp, reader, cursor);
      }
      reader.close();
      log.info("{} was rewritten; reading it from the beginning", file);
    }
    return new OpenMbox(file, stamp, MboxReader.open(file), cursor);
  }

  private static boolean goesBehind(MboxPlace last, MboxReader reader) throws IOException {
    try {
      return reader.hasNext() && reader.next().place().equals(last);
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /** Whether a read from {@code wanted} on, in this state of the file, can go on here. */
  boolean isAt(MboxCursor wanted, FileStamp now) {
    return !spent && cursor.equals(wanted) && stamp.equals(now);
  }

  /**
   * Reads on.
   *
   * @throws IOException if nothing could be read
   */
  Batch read(int most, QuietTime quiet) throws IOException {
    Page page = new Page(most);
    try {
      fill(page, quiet.isOver(stamp.modified()));
    } catch (IOException e) {
      spent = true;
      page.add(damage(page.isEmpty(), e));
      cursor = cursor.afterTelling(stamp);
    }
    return page.batch(cursor.toCursor(), !spent && reader.hasNext());
  }

  private void fill(Page page, boolean allWritten) throws IOException {
    while (reader.hasNext() && !page.isFull()) {
      MboxMail mail = reader.next();
      if (!mail.closed() && !allWritten) {
        log.info("{}: the last mail may not be written to its end yet; left for later", file);
        spent = true;
        return;
      }
      page.add(mail.entry(stamp.modified()));
      cursor = mail.cursor();
    }
  }

  /**
   * Says what is wrong, in the place of the mails that cannot be reached. The cursor stays before
   * them, so they come when the file is whole. Said once for each state of the file; then the read
   * fails, because a bot that reads nothing must not look well.
   */
  private ArchiveEntry damage(boolean nothingRead, IOException e) throws IOException {
    if (nothingRead && (cursor.last().isEmpty() || cursor.hasTold(stamp))) {
      throw e;
    }
    String offset = Long.toString(reader.offset());
    String why =
        "%s cannot be read from byte %s of its content on: %s"
            .formatted(file.getFileName(), offset, Reason.of(e));
    return new Unreadable(offset, stamp.modified(), why);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      log.debug("{}: closing failed", file, e); // it was only read
    }
  }
}
