package reroll.connectors.archive.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.web.AtomPage.Entry;
import reroll.connectors.port.ConnectorException;

/**
 * Decides how to read on: the feed is asked first, which is cheap; mails that it tells of are
 * fetched one by one while they are few; what it cannot tell of is caught up with. Used by one
 * thread at a time.
 */
final class Reading {
  /** More mails than this cost a server more one by one than by a search. */
  static final int FEW = 10;

  /** Mail is seen minutes after the second by which it is sorted: relays and greylisting. */
  static final Duration OVERLAP = Duration.ofHours(1);

  /** How late a mail may come that no feed shows any more. */
  static final Duration LATE = Duration.ofDays(3);

  /** How often to look for late mails. */
  static final Duration LOOK_FOR_LATE = Duration.ofHours(6);

  private final Inbox inbox;
  private final Clock clock;
  private final Optional<Instant> start;
  private final CatchUp catchUp;

  /** When late mails were looked for, or the archive was opened. */
  private Instant looked;

  /** What came earlier is not wanted. */
  private Instant floor = Instant.EPOCH;

  Reading(Inbox inbox, ArchiveHome home) {
    this.inbox = inbox;
    this.clock = home.clock();
    this.start = home.start();
    this.catchUp = new CatchUp(inbox, home.folder(), home.clock());
    this.looked = home.clock().instant();
  }

  /**
   * Looks for what follows a place.
   *
   * @param place empty before the first reading
   * @return empty where there is nothing new
   */
  Optional<Supply> look(Optional<Place> place, Known known)
      throws ConnectorException, InterruptedException {
    Optional<AtomPage> newest = newest();
    if (place.isEmpty()) {
      return Optional.of(begin(newest, known));
    }
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    return follow(place.get(), newest.get(), known);
  }

  /**
   * Mails with dates far ahead may fill the feed for years; then those behind them are asked for.
   */
  private Optional<AtomPage> newest() throws ConnectorException, InterruptedException {
    Optional<AtomPage> feed = inbox.newest();
    Instant latest = clock.instant().plus(CatchUp.SKEW);
    if (feed.isEmpty() || feed.get().newest(latest).isPresent()) {
      return feed;
    }
    Set<Entry> entries = new LinkedHashSet<>(feed.get().entries());
    inbox.upTo(latest).ifPresent(page -> entries.addAll(page.entries()));
    return Optional.of(new AtomPage(List.copyOf(entries), feed.get().served()));
  }

  private Supply begin(Optional<AtomPage> newest, Known known)
      throws ConnectorException, InterruptedException {
    Instant from = start.orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    floor = from;
    Place place = Place.behind(from.getEpochSecond());
    if (newest.isEmpty()) {
      return new RawSupply(
          inbox, known, List.of(), RawSupply.Step.whole(place, Place.upTo(from.getEpochSecond())));
    }
    // They would look like mails that come late.
    newest.get().entries().stream()
        .filter(entry -> entry.updated().isBefore(from))
        .forEach(entry -> known.add(List.of(entry.id().hash())));
    return catchUp.goOn(place, newest.get(), known);
  }

  private Optional<Supply> follow(Place place, AtomPage feed, Known known)
      throws ConnectorException, InterruptedException {
    if (!place.upToDate()) {
      return Optional.of(catchUp.goOn(place, feed, known));
    }
    Instant now = clock.instant();
    if (now.isAfter(looked.plus(LOOK_FOR_LATE)) || now.isBefore(looked)) {
      catchUp.trySearchingAgain();
      Supply late = catchUp.goOn(before(place, LATE), feed, known);
      looked = now;
      return Optional.of(late);
    }
    List<Entry> unknown = feed.unknown(known, true);
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    boolean few = unknown.size() <= FEW || !catchUp.isSearchable();
    return Optional.of(
        few && feed.reachesBelow(Instant.ofEpochSecond(place.second()))
            ? oneByOne(place, unknown, known)
            : catchUp.goOn(before(place, OVERLAP), feed, known));
  }

  private Place before(Place place, Duration time) {
    return Place.behind(Math.max(floor.getEpochSecond(), place.second() - time.toSeconds()));
  }

  private Supply oneByOne(Place place, List<Entry> unknown, Known known) {
    Instant latest = clock.instant().plus(CatchUp.SKEW);
    RawSupply.Advance after =
        (before, entry) ->
            entry.updated().isAfter(latest)
                ? before
                : Place.upTo(Math.max(before.second(), entry.updated().getEpochSecond()));
    return new RawSupply(inbox, known, unknown, new RawSupply.Step(place, after, last -> last));
  }
}
