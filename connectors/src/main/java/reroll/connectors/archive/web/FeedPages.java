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
 * Reads an inbox without a search index by the pages of its feed, oldest first. A second with more
 * mails than a page has no next page: it is taken out of the mbox of all mails, which is small
 * where people make no index. Used by one thread at a time.
 */
final class FeedPages {
  /** A mail without dates is shown as of now, wherever it stands. */
  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  private final Inbox inbox;
  private final Path folder;
  private final Clock clock;

  FeedPages(Inbox inbox, Path folder, Clock clock) {
    this.inbox = inbox;
    this.folder = folder;
    this.clock = clock;
  }

  Supply goOn(Place place, AtomPage feed, Known known)
      throws ConnectorException, InterruptedException {
    if (isOneSecond(place)) {
      return crowdedSecond(place, known);
    }
    Instant from = Instant.ofEpochSecond(place.second());
    AtomPage page = inbox.from(from).orElse(feed);
    Place here = Place.behind(place.second());
    if (isLast(page, from, feed)) {
      long newest = newest(page, feed).getEpochSecond();
      return supply(page, known, here, Place.upTo(Math.max(place.second(), newest)));
    }
    Instant last = last(page, from);
    return last.isAfter(from)
        ? supply(page, known, here, Place.behind(last.getEpochSecond()))
        : crowdedSecond(here.window(Optional.of(place.second() + 1)), known);
  }

  /**
   * Whether the page holds all there is from a second on: fewer mails than a page, so that the
   * newest of all are shown; or the same mails as the feed. In one single second these two may be
   * the same part of more.
   */
  private static boolean isLast(AtomPage page, Instant from, AtomPage feed) {
    boolean sameSecond =
        page.entries().size() > 1 && page.oldest().equals(page.newest(Instant.MAX));
    return page.reachesBelow(from) || (!sameSecond && page.entries().containsAll(feed.entries()));
  }

  private static boolean isOneSecond(Place place) {
    return place.until().filter(end -> end == place.second() + 1).isPresent();
  }

  private Supply supply(AtomPage page, Known known, Place here, Place end) {
    Instant from = Instant.ofEpochSecond(here.second());
    List<Entry> unknown = page.unknown(known, page.reachesBelow(from));
    return new RawSupply(inbox, known, unknown, RawSupply.Step.whole(here, end));
  }

  private Instant newest(AtomPage page, AtomPage feed) {
    Instant latest = clock.instant().plus(CatchUp.SKEW);
    return feed.newest(latest).or(() -> page.newest(latest)).orElse(Instant.EPOCH);
  }

  /** The second in which the page ends, as far as its dates can be trusted. */
  private Instant last(AtomPage page, Instant from) {
    return page.newest(page.served().minus(JUST_NOW))
        .filter(last -> last.isAfter(from))
        .or(() -> page.newest(clock.instant().plus(CatchUp.SKEW)))
        .orElse(from);
  }

  /** All mails of one second. */
  private Supply crowdedSecond(Place second, Known known)
      throws ConnectorException, InterruptedException {
    MailSpool spool = CatchUp.spool(folder);
    boolean whole = false;
    try {
      Reply reply = inbox.everything(mail -> add(mail, second, spool, known));
      if (reply != Reply.FOUND) {
        throw ConnectorException.notSent(
            inbox.url().text()
                + " has more mails in one second than it shows, and no mbox of all mails: it cannot"
                + " be read without a gap",
            null);
      }
      whole = true;
      return new SpoolSupply(spool, known, second, Place.behind(second.second() + 1));
    } finally {
      if (!whole) {
        CatchUp.close(spool);
      }
    }
  }

  private static boolean add(WireMail mail, Place second, MailSpool spool, Known known)
      throws IOException {
    List<Long> hashes = mail.hashes();
    Instant received = mail.second();
    if (received.isAfter(Instant.EPOCH) && received.getEpochSecond() != second.second()) {
      return true;
    }
    if (second.marker().filter(hashes::contains).isPresent()) {
      spool.clear(); // what came before it was given, and so was it
    } else if (!known.hasAll(hashes)) {
      spool.add(mail, hashes);
    }
    return true;
  }
}
