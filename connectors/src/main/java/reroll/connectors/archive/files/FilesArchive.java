package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Setting;

/** List mail in files on this machine, in one of several forms. Used by one thread at a time. */
public final class FilesArchive implements ArchiveSource {
  public static final Factory<Settings> FACTORY = new FilesFactory();

  /** What the configuration file says of such an archive. */
  public record Settings(
      @Setting(
              value = "an mbox (plain or gzip), a maildir, a folder of .eml files, or one .eml",
              sample = "/srv/lists/kvm.mbox.gz")
          Path path) {}

  private final Path path;
  private final MailStore store;

  FilesArchive(Path path, MailStore store) {
    this.path = path;
    this.store = store;
  }

  @Override
  public Batch readAfter(Cursor cursor, int most) throws ConnectorException {
    try {
      return store.readAfter(cursor, most);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public Optional<ArchiveEntry> read(String ref) throws ConnectorException {
    try {
      return store.read(ref);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public void close() {
    store.close();
  }

  static ConnectorException unreadable(Path path, IOException e) {
    return ConnectorException.notSent(path + " cannot be read: " + Reason.of(e), e);
  }
}
