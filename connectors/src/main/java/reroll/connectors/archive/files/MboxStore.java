package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * An mbox file, plain or gzip, to which mail is added at the end. It stays open between two reads
 * as long as nobody changes it: gzip cannot be entered in the middle, so finding the place anew for
 * every batch would make the time for a whole file quadratic.
 */
final class MboxStore implements MailStore {
  private static final Pattern OFFSET = Pattern.compile("\\d{1,18}");

  private final Path file;
  private final QuietTime quiet;
  private Optional<OpenMbox> open = Optional.empty();

  MboxStore(Path file, QuietTime quiet) {
    this.file = file;
    this.quiet = quiet;
  }

  @Override
  public Batch readAfter(Cursor cursor, int most) throws IOException, ConnectorException {
    MboxCursor from = MboxCursor.parse(cursor);
    FileStamp stamp = FileStamp.of(file);
    if (open.isEmpty() || !open.get().isAt(from, stamp)) {
      close();
      open = Optional.of(OpenMbox.behind(from, file, stamp));
    }
    return open.get().read(most, quiet);
  }

  /**
   * @param ref the offset of a mail's separator
   */
  @Override
  public Optional<ArchiveEntry> read(String ref) throws IOException {
    if (!OFFSET.matcher(ref).matches()) {
      return Optional.empty();
    }
    try (MboxReader reader = MboxReader.openAt(file, Long.parseLong(ref))) {
      return reader.hasNext()
          ? Optional.of(reader.next().entry(FileStamp.of(file).modified()))
          : Optional.empty();
    }
  }

  @Override
  public void close() {
    open.ifPresent(OpenMbox::close);
    open = Optional.empty();
  }
}
