package reroll.connectors.archive.web;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.web.AtomPage.Entry;
import reroll.connectors.port.ConnectorException;

/** Mails of a feed, fetched one by one when they are wanted. Used by one thread at a time. */
final class RawSupply implements Supply {
  private final Inbox inbox;
  private final Known known;
  private final Step step;
  private final Deque<Entry> entries;

  /** Mails of the first entry, which may be several. */
  private final Deque<WireMail> mails = new ArrayDeque<>();

  private int ofFirst;
  private Place place;

  /**
   * Where a supply leads.
   *
   * @param from before the first entry
   * @param after the place behind an entry
   * @param end the place behind all, from that behind the last
   */
  record Step(Place from, Advance after, UnaryOperator<Place> end) {
    /** Nothing is done before all is. */
    static Step whole(Place from, Place end) {
      return new Step(from, (before, entry) -> before, last -> end);
    }
  }

  /** How a place moves on behind an entry. */
  @FunctionalInterface
  interface Advance {
    Place behind(Place before, Entry given);
  }

  RawSupply(Inbox inbox, Known known, List<Entry> unknown, Step step) {
    this.inbox = inbox;
    this.known = known;
    this.step = step;
    this.place = step.from();
    this.entries = new ArrayDeque<>(unknown);
    advance();
  }

  @Override
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public Optional<ArchiveEntry> next() throws ConnectorException, InterruptedException {
    Entry entry = entries.getFirst();
    if (mails.isEmpty()) {
      List<WireMail> all = inbox.raw(entry.id());
      if (all.isEmpty()) {
        leave();
        return Optional.of(new NoMail(entry.id().text(), Instant.EPOCH)); // removed since
      }
      all.stream().filter(mail -> !known.hasAll(mail.hashes())).forEach(mails::add);
      ofFirst = all.size() - mails.size();
      if (mails.isEmpty()) {
        leave();
        return Optional.empty();
      }
    }
    WireMail mail = mails.removeFirst();
    known.add(mail.hashes());
    ArchiveEntry given = mail.entry(new MailRef(entry.id(), ofFirst++).text());
    if (mails.isEmpty()) {
      leave();
    }
    return Optional.of(given);
  }

  private void leave() {
    Entry entry = entries.removeFirst();
    known.add(Collections.singleton(entry.id().hash()));
    place = step.after().behind(place, entry);
    advance();
  }

  /** Passes what another entry brought along. */
  private void advance() {
    while (!entries.isEmpty() && known.has(entries.getFirst().id())) {
      place = step.after().behind(place, entries.removeFirst());
    }
    if (entries.isEmpty()) {
      place = step.end().apply(place);
    }
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public boolean moreBehind() {
    return entries.isEmpty() && !place.upToDate();
  }

  @Override
  public void close() {
    entries.clear();
    mails.clear();
  }
}
