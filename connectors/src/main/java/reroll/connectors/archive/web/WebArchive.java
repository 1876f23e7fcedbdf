package reroll.connectors.archive.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.http.Http;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Setting;

/**
 * A list as a public-inbox without git shows it on the web. Mail comes in the order in which the
 * server received it, roughly: a window of a search has the order of arrival, what the feed tells
 * has that of the Received dates.
 *
 * <p>What is given twice at most: after a restart, mails that were received within an hour (after
 * the next look for late mails, three days) before the newest one, but for the {@value
 * WebCursor#MAX_RECENT} last ones. What comes later than three days after its Received date is not
 * found at all, unless the feed shows it. Used by one thread at a time.
 */
public final class WebArchive implements ArchiveSource {
  public static final Factory<Settings> FACTORY = new WebFactory();

  /** What the configuration file says of such an archive. */
  public record Settings(
      @Setting(
              value = "the page of a public-inbox that lists the mails",
              sample = "https://lore.kernel.org/kvm/")
          URI url) {}

  private final Inbox inbox;
  private final Reading reading;

  /** What a read left over, and the cursor behind which it stands. */
  private Optional<Supply> supply = Optional.empty();

  private Optional<Cursor> given = Optional.empty();
  private Known known = new Known(List.of());

  WebArchive(Inbox inbox, Reading reading) {
    this.inbox = inbox;
    this.reading = reading;
  }

  /**
   * Finds mails in a public-inbox, or in the index over all lists of a server. What was asked
   * lately is not asked again.
   *
   * @param url as in {@link Settings}, or such as {@code https://lore.kernel.org/all/}
   */
  public static ArchiveLookup lookup(URI url, Http http, Clock clock) {
    return new CachedLookup(new WebLookup(new Inbox(InboxUrl.of(url), http, clock)), clock);
  }

  @Override
  public Batch readAfter(Cursor cursor, int most) throws ConnectorException, InterruptedException {
    boolean clean = false;
    try {
      Batch batch = read(cursor, most);
      given = Optional.of(batch.next());
      clean = true;
      return batch;
    } catch (ConnectorException e) {
      clean = true; // nothing was given
      closeSupply();
      throw e;
    } finally {
      if (!clean) {
        forget(); // what was given in vain is given again
      }
    }
  }

  private Batch read(Cursor cursor, int most) throws ConnectorException, InterruptedException {
    Optional<WebCursor> at =
        cursor.isStart() ? Optional.empty() : Optional.of(WebCursor.parse(cursor));
    if (!given.equals(Optional.of(cursor))) {
      forget();
      known = new Known(at.map(WebCursor::recent).orElse(List.of()));
    }
    if (supply.isEmpty()) {
      supply = reading.look(at.map(WebCursor::place), known);
    }
    return supply.isPresent() ? take(supply.get(), most) : Batch.nothingAfter(cursor);
  }

  private Batch take(Supply found, int most) throws ConnectorException, InterruptedException {
    List<ArchiveEntry> entries = new ArrayList<>();
    long bytes = 0;
    while (!found.isEmpty() && entries.size() < most && bytes < MAX_BATCH_BYTES) {
      Optional<ArchiveEntry> entry;
      try {
        entry = found.next();
      } catch (ConnectorException e) {
        if (entries.isEmpty()) {
          throw e;
        }
        break; // what is there already is not lost; the next read meets the failure again
      }
      entry.ifPresent(entries::add);
      bytes += entry.map(WebArchive::sizeOf).orElse(0);
    }
    Batch batch =
        new Batch(
            entries,
            new WebCursor(found.place(), known.recent()).toCursor(),
            !found.isEmpty() || found.moreBehind());
    if (found.isEmpty()) {
      closeSupply();
    }
    return batch;
  }

  private static int sizeOf(ArchiveEntry entry) {
    return entry instanceof ArchiveEntry.RawMail mail ? mail.bytes().length : 0;
  }

  private void forget() {
    given = Optional.empty();
    closeSupply();
  }

  private void closeSupply() {
    supply.ifPresent(Supply::close);
    supply = Optional.empty();
  }

  @Override
  public Optional<ArchiveEntry> read(String ref) throws ConnectorException, InterruptedException {
    Optional<MailRef> wanted = MailRef.parse(ref);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    List<WireMail> mails = inbox.raw(wanted.get().id());
    int number = wanted.get().number();
    if (number >= mails.size()) {
      return Optional.empty();
    }
    return Optional.of(mails.get(number).entry(ref));
  }

  @Override
  public void probe() throws ConnectorException, InterruptedException {
    inbox.newest();
  }

  @Override
  public void close() {
    forget();
  }

  private static final class WebFactory implements Factory<Settings> {
    /** A month is what a first digest looks at. */
    private static final Duration FIRST_READING = Duration.ofDays(30);

    @Override
    public String type() {
      return "web";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public Optional<Duration> firstReading(Settings settings) {
      return Optional.of(FIRST_READING);
    }

    @Override
    public ArchiveSource open(Settings settings, ArchiveHome home) throws ConnectorException {
      URI url = settings.url();
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!web || url.getHost() == null || url.getRawPath().length() < 2) {
        throw ConnectorException.rejected(
            url + " is no address of a list: name one such as https://lore.kernel.org/kvm/");
      }
      Inbox inbox = new Inbox(InboxUrl.of(url), home.http(), home.clock());
      return new WebArchive(inbox, new Reading(inbox, home));
    }
  }
}
