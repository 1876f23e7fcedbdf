package reroll.connectors.archive.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.port.ConnectorException;

/** The mails of a window, in the order in which they came. */
final class SpoolSupply implements Supply {
  private final MailSpool spool;
  private final Known known;
  private final Place end;
  private Place place;
  private int given;

  /**
   * Takes the spool over.
   *
   * @param window the window at work
   * @param end behind it
   */
  SpoolSupply(MailSpool spool, Known known, Place window, Place end) {
    this.spool = spool;
    this.known = known;
    this.end = end;
    this.place = window;
  }

  @Override
  public boolean isEmpty() {
    return given == spool.count();
  }

  @Override
  public Optional<ArchiveEntry> next() throws ConnectorException {
    WireMail mail = read();
    given++;
    List<Long> hashes = mail.hashes();
    List<EscapedId> ids = mail.ids();
    known.add(hashes);
    place = place.after(hashes.get(hashes.size() - 1));
    // The last id is the server's own where the first was used before.
    String ref = ids.isEmpty() ? "" : ids.get(ids.size() - 1).text();
    return Optional.of(mail.entry(ref));
  }

  private WireMail read() throws ConnectorException {
    try {
      return spool.get(given);
    } catch (IOException e) {
      throw ConnectorException.notSent(
          "mails that were fetched cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Place place() {
    return isEmpty() ? end : place;
  }

  @Override
  public boolean moreBehind() {
    return isEmpty() && !end.upToDate();
  }

  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
