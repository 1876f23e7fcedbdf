package reroll.connectors.archive.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The mails of an mbox, one after another. A mail begins with a {@code From } line at the beginning
 * or behind an empty line; {@code Content-Length} is not believed (too many writers had it wrong).
 * Used by one thread at a time.
 */
final class MboxReader implements Closeable {
  private final LineReader lines;

  /** The separator above the mail to come. */
  private Optional<Line> separator;

  private MboxReader(LineReader lines, Optional<Line> separator) {
    this.lines = lines;
    this.separator = separator;
  }

  /**
   * Reads from the first mail on.
   *
   * @throws IOException also if the file is no mbox
   */
  static MboxReader open(Path file) throws IOException {
    LineReader lines = new LineReader(MboxContent.open(file, 0), 0);
    try {
      Optional<Line> first = lines.nextNotBlank();
      if (first.isPresent() && !first.get().isFrom()) {
        throw new IOException("it is no mbox, which would begin with \"From \"");
      }
      return new MboxReader(lines, first);
    } catch (IOException e) {
      lines.close();
      throw e;
    }
  }

  /** Reads from the mail at {@code offset} on; has no mail if none begins there. */
  static MboxReader openAt(Path file, long offset) throws IOException {
    LineReader lines = new LineReader(MboxContent.open(file, offset), offset);
    try {
      return new MboxReader(lines, lines.next().filter(Line::isFrom));
    } catch (IOException e) {
      lines.close();
      throw e;
    }
  }

  boolean hasNext() {
    return separator.isPresent();
  }

  /** Where the next mail begins; at the end, the length of the content. */
  long offset() {
    return separator.map(Line::offset).orElse(lines.offset());
  }

  /** Reads the next mail, which there must be. */
  MboxMail next() throws IOException {
    MailBuffer mail = new MailBuffer(separator.orElseThrow());
    Optional<Line> line = lines.next();
    while (line.isPresent() && line.get().continued()) {
      mail.addToSeparator(line.get());
      line = lines.next();
    }
    while (line.isPresent() && !(mail.endsInEmptyLine() && line.get().isFrom())) {
      mail.add(line.get());
      line = lines.next();
    }
    separator = line;
    return mail.finish(line.isEmpty());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
