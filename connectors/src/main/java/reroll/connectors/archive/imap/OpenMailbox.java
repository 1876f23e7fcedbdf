package reroll.connectors.archive.imap;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox, or a newsgroup with its slices, in one session. Used by one thread at a time. */
final class OpenMailbox {
  private static final Logger log = LoggerFactory.getLogger(OpenMailbox.class);

  private final Session session;
  private final Slices slices;

  /** The configured name as cursors have it. */
  private final String name;

  private final long validity;
  private final Taker taker;

  /** All UIDs below it are known, or were not in use when that was asked. */
  private long uidNext;

  private OpenMailbox(Session session, Slices slices, Selected now, Refusals refusals) {
    this.session = session;
    this.slices = slices;
    this.name = ImapCursor.encoded(slices.name());
    this.validity = now.validity();
    this.taker = new Taker(validity, !slices.many(), refusals);
    this.uidNext = now.uidNext();
  }

  static OpenMailbox at(String mailbox, Session session, Refusals refusals) throws ImapException {
    Slices slices = Slices.at(mailbox, session);
    Selected now = slices.many() ? slices.status(session) : session.examine(slices.name());
    if (now.validity() <= 0) {
      throw ImapException.refused(
          "it has no UIDVALIDITY, so that mails have no names", Optional.empty());
    }
    return new OpenMailbox(session, slices, now, refusals);
  }

  Session session() {
    return session;
  }

  Slices slices() {
    return slices;
  }

  Taker taker() {
    return taker;
  }

  /** Whether a cursor means this mailbox as it is now. */
  boolean holds(ImapCursor cursor) {
    return cursor.isOf(name, validity);
  }

  /** Whether a mail of this UID can be here. */
  boolean mayHold(long of, long uid) {
    return of == validity && uid > 0 && uid <= Slices.MAX_UID && !(slices.many() && uid >= uidNext);
  }

  /**
   * Where to begin.
   *
   * @param lost a place in the mailbox as it was: what came later than that place is read, too,
   *     whatever {@code start} says
   * @param start of a first reading; empty for all
   */
  ImapCursor begin(Optional<ImapCursor> lost, Optional<Instant> start) throws ImapException {
    Optional<Instant> since =
        start.map(time -> lost.map(ImapCursor::arrived).filter(time::isAfter).orElse(time));
    long uid = since.isEmpty() ? 0 : new Finder(session, slices).before(since.get(), uidNext);
    lost.ifPresent(
        place ->
            log.warn(
                "{}: UIDVALIDITY was {} and is {}, so the mailbox was rebuilt or another was"
                    + " configured; it is read anew from {}",
                slices.name(),
                place.validity(),
                validity,
                since.map(Instant::toString).orElse("its beginning")));
    return new ImapCursor(validity, uid, since.orElse(Instant.EPOCH), name);
  }

  /** What lies behind a place now. */
  Rest behind(ImapCursor place) throws ImapException {
    if (slices.many()) {
      refresh();
    } else {
      session.examine(slices.name());
      session.noop();
    }
    return new Finder(session, slices).behind(place, uidNext);
  }

  /**
   * Asks whether there is a mail behind those that were known: of slices, only this shows that
   * there is another.
   */
  boolean refresh() throws ImapException {
    Selected now = slices.status(session);
    if (now.validity() != validity) {
      throw ImapException.broken("the newsgroup was rebuilt", null);
    }
    boolean news = now.uidNext() > uidNext;
    uidNext = now.uidNext();
    return news;
  }

  /** Opens the mailbox of what is to be read next. */
  void examine(Rest rest) throws ImapException {
    if (!rest.isEmpty()) {
      examine(rest.first(1)[0]);
    }
  }

  /** Opens the mailbox of a UID. */
  void examine(long uid) throws ImapException {
    session.examine(slices.mailboxOf(uid));
  }

  /** Opens the mailbox in which the next mail arrives; empty where there is none so far. */
  Optional<Selected> examineLast() throws ImapException {
    if (slices.endsWith(uidNext - 1)) {
      return Optional.empty();
    }
    return Optional.of(session.examine(slices.mailboxOf(uidNext - 1)));
  }

  /** Whether a mailbox that was just opened has more than what was known. */
  boolean isNews(Selected now) {
    return slices.many() && now.uidNext() > uidNext;
  }
}
