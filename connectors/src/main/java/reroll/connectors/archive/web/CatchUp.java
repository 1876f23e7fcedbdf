package reroll.connectors.archive.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reroll.connectors.archive.web.AtomPage.Entry;
import reroll.connectors.archive.web.Inbox.Reply;
import reroll.connectors.port.ConnectorException;

/**
 * Reads on where the feed does not reach: in windows by search, or page by page where the server
 * has no index, or one that lags. Each step is one supply. Used by one thread at a time.
 */
final class CatchUp {
  /** A date this far ahead of our clock is a wrong clock's, and no place to read on from. */
  static final Duration SKEW = Duration.ofHours(1);

  /** Nothing before it is asked for: numbers of fewer digits are years to the server. */
  private static final long FIRST_SECOND = 100_000;

  private final Inbox inbox;
  private final Path folder;
  private final Clock clock;
  private final FeedPages pages;
  private Duration step = Duration.ofDays(7);
  private boolean searchable = true;

  CatchUp(Inbox inbox, Path folder, Clock clock) {
    this.inbox = inbox;
    this.folder = folder;
    this.clock = clock;
    this.pages = new FeedPages(inbox, folder, clock);
  }

  /** Whether searches brought all, as far as anybody knows. */
  boolean isSearchable() {
    return searchable;
  }

  /** An index that was missing or lagged may have been made. */
  void trySearchingAgain() {
    searchable = true;
  }

  /**
   * Takes the next step.
   *
   * @param place not up to date
   * @param feed as it was just now
   */
  Supply goOn(Place place, AtomPage feed, Known known)
      throws ConnectorException, InterruptedException {
    if (searchable) {
      Optional<Supply> found = search(windowOf(place, feed), feed, known);
      if (found.isPresent()) {
        return found.get();
      }
      searchable = false;
    }
    return pages.goOn(place, feed, known);
  }

  /** The window at work, or a new one: without end where it reaches the newest mail. */
  private Place windowOf(Place place, AtomPage feed)
      throws ConnectorException, InterruptedException {
    if (place.until().isPresent() || place.marker().isPresent()) {
      return place;
    }
    long newest = newest(feed).getEpochSecond();
    long from = Math.max(place.second(), FIRST_SECOND);
    if (newest - from > Duration.ofDays(60).toSeconds()) {
      from = Math.max(from, oldest(from));
    }
    boolean last = newest - from < step.toSeconds();
    return Place.behind(from)
        .window(last ? Optional.empty() : Optional.of(from + step.toSeconds()));
  }

  /** Spares the search of years without mail. */
  private long oldest(long from) throws ConnectorException, InterruptedException {
    return inbox
        .from(Instant.ofEpochSecond(from))
        .flatMap(AtomPage::oldest)
        .map(Instant::getEpochSecond)
        .orElse(from);
  }

  private Instant newest(AtomPage feed) {
    return feed.newest(clock.instant().plus(SKEW)).orElse(Instant.EPOCH);
  }

  /** Empty where the server cannot search, or not for all that it has. */
  private Optional<Supply> search(Place window, AtomPage feed, Known known)
      throws ConnectorException, InterruptedException {
    Place end =
        window.until().isPresent()
            ? Place.behind(window.until().get())
            : Place.upTo(Math.max(window.second(), newest(feed).getEpochSecond()));
    MailSpool spool = spool(folder);
    boolean whole = false;
    try {
      Reply reply = inbox.search(query(window), mail -> add(mail, window, spool, known));
      boolean fresh = end.upToDate() && window.marker().isEmpty();
      whole = reply != Reply.UNSUPPORTED && (!fresh || covers(spool, window, feed, known));
      spool.reverse();
      adapt(spool.count());
      return whole ? Optional.of(new SpoolSupply(spool, known, window, end)) : Optional.empty();
    } finally {
      if (!whole) {
        close(spool);
      }
    }
  }

  private static String query(Place window) {
    // The end is inclusive.
    return "rt:" + window.second() + ".." + window.until().map(end -> "" + (end - 1)).orElse("");
  }

  private static boolean add(WireMail mail, Place window, MailSpool spool, Known known)
      throws IOException {
    List<Long> hashes = mail.hashes();
    if (window.marker().filter(hashes::contains).isPresent()) {
      return false; // what came before it was given
    }
    if (!known.hasAll(hashes)) {
      spool.add(mail, hashes);
    }
    return true;
  }

  /** Whether what the feed tells of was found; an index may lag behind the feed. */
  private static boolean covers(MailSpool spool, Place window, AtomPage feed, Known known) {
    return feed.entries().stream()
        .filter(entry -> entry.updated().getEpochSecond() >= window.second())
        .map(Entry::id)
        .allMatch(id -> known.has(id) || spool.has(id));
  }

  /** Windows hold some thousand mails, where mail is even. */
  private void adapt(int mails) {
    if (mails < 200 && step.compareTo(Duration.ofDays(365)) < 0) {
      step = step.multipliedBy(2);
    } else if (mails > 2_000 && step.compareTo(Duration.ofHours(2)) > 0) {
      step = step.dividedBy(2);
    }
  }

  static MailSpool spool(Path folder) throws ConnectorException {
    try {
      return new MailSpool(folder);
    } catch (IOException e) {
      throw ConnectorException.notSent(
          "mails cannot be kept in " + folder + ": " + e.getMessage(), e);
    }
  }

  static void close(MailSpool spool) throws ConnectorException {
    try {
      spool.close();
    } catch (IOException e) {
      throw ConnectorException.notSent("a file of mails cannot be removed: " + e.getMessage(), e);
    }
  }
}
