package reroll.connectors.archive.imap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.imap.ImapException.Kind;
import reroll.connectors.port.ConnectorException;

/**
 * The mails of one list in a mailbox, or in the slices of a newsgroup of public-inbox-imapd. Keeps
 * one connection, of its own: an IDLE (RFC 2177) watches one mailbox, and servers bound the number
 * of connections of a user. Used by one thread at a time; {@link #close} by any.
 */
public final class ImapArchive implements ArchiveSource, ArchiveSource.CanWait {
  public static final Factory<?> FACTORY = new ImapFactory();

  private static final Logger log = LoggerFactory.getLogger(ImapArchive.class);

  private static final Pattern REF = Pattern.compile("(\\d{1,10})/(\\d{1,10})");

  /** Servers shut out who knocks too often with a wrong password. */
  private static final Duration AFTER_SHUT_OUT = Duration.ofMinutes(10);

  /**
   * What is read.
   *
   * @param server as messages name it
   * @param start for the first reading
   */
  record Wanted(String server, String mailbox, ListFilter filter, Optional<Instant> start) {}

  private final Wanted wanted;
  private final Connection connection;
  private final Clock clock;
  private final Refusals refusals = new Refusals();

  /** What the open session reads; empty where there is none. */
  private Optional<OpenMailbox> open = Optional.empty();

  /** What the last reading left; spares a search for every batch. */
  private Optional<Rest> atWork = Optional.empty();

  /** So many mails are read one by one, behind a place where the server sent too much. */
  private int oneByOne;

  ImapArchive(Wanted wanted, Connection connection, Clock clock) {
    this.wanted = wanted;
    this.connection = connection;
    this.clock = clock;
  }

  @Override
  public Batch readAfter(Cursor saved, int most) throws ConnectorException, InterruptedException {
    Optional<ImapCursor> cursor =
        saved.isStart() ? Optional.empty() : Optional.of(ImapCursor.parse(saved));
    return asking(() -> read(cursor, most));
  }

  private Batch read(Optional<ImapCursor> cursor, int most)
      throws ImapException, ConnectorException, InterruptedException {
    try {
      return readOnce(cursor, most);
    } catch (ImapException e) {
      if (e.kind() != Kind.TOO_MUCH || oneByOne > 0) {
        throw e;
      }
      drop();
      oneByOne = Reading.ROWS;
      return readOnce(cursor, most);
    }
  }

  private Batch readOnce(Optional<ImapCursor> cursor, int most)
      throws ImapException, ConnectorException, InterruptedException {
    OpenMailbox mailbox = mailbox();
    Rest rest = rest(cursor, mailbox);
    Reading reading =
        new Reading(connection.session(), wanted.filter(), mailbox.taker(), rest, most);
    if (oneByOne == 0) {
      mailbox.examine(rest);
      reading.readAll();
    } else if (!rest.isEmpty()) {
      oneByOne--;
      mailbox.examine(rest);
      if (!reading.readOne()) {
        drop();
      }
    }
    atWork = Optional.of(reading.rest());
    return reading.batch();
  }

  private Rest rest(Optional<ImapCursor> cursor, OpenMailbox mailbox) throws ImapException {
    ImapCursor place =
        cursor.isPresent() && mailbox.holds(cursor.get())
            ? cursor.get()
            : mailbox.begin(cursor, wanted.start());
    return atWork.isPresent()
            && atWork.get().more()
            && atWork.get().place().equals(place)
            && !atWork.get().isEmpty()
        ? atWork.get()
        : mailbox.behind(place);
  }

  private OpenMailbox mailbox() throws ImapException, ConnectorException, InterruptedException {
    if (open.isEmpty()) {
      open = Optional.of(OpenMailbox.at(wanted.mailbox(), connection.session(), refusals));
    }
    return open.get();
  }

  @Override
  public Optional<ArchiveEntry> read(String ref) throws ConnectorException, InterruptedException {
    Matcher words = REF.matcher(ref);
    if (!words.matches()) {
      return Optional.empty();
    }
    long uid = Long.parseLong(words.group(2));
    return asking(() -> readOne(Long.parseLong(words.group(1)), uid));
  }

  private Optional<ArchiveEntry> readOne(long validity, long uid)
      throws ImapException, ConnectorException, InterruptedException {
    OpenMailbox mailbox = mailbox();
    if (!mailbox.mayHold(validity, uid)) {
      return Optional.empty();
    }
    mailbox.examine(uid);
    Session session = connection.session();
    List<Row> rows = new MailFetch(session).rows(new long[] {uid}, /* withHeaders= */ false);
    return rows.get(0).gap().filter(Row.Gap.GONE::equals).isPresent()
        ? Optional.empty()
        : Optional.of(mailbox.taker().entries(rows, session).get(0));
  }

  @Override
  public void probe() throws ConnectorException, InterruptedException {
    asking(this::mailbox);
  }

  @Override
  public void awaitNews(Duration atMost) throws ConnectorException, InterruptedException {
    if (open.isPresent()) {
      asking(
          () -> {
            new NewsWait(connection, mailbox(), clock).await(atMost);
            return true;
          });
    }
  }

  /** What is asked of the server. */
  private interface Question<T> {
    T ask() throws ImapException, ConnectorException, InterruptedException;
  }

  /** Tells failures in the words of the port, and begins anew after them. */
  private <T> T asking(Question<T> question) throws ConnectorException, InterruptedException {
    boolean answered = false;
    try {
      T answer = question.ask();
      answered = true;
      return answer;
    } catch (ImapException e) {
      if (Thread.interrupted() || connection.isClosed()) {
        throw stopped(e);
      }
      throw told(e);
    } finally {
      if (!answered) {
        drop();
      }
    }
  }

  private static InterruptedException stopped(ImapException e) {
    InterruptedException stop = new InterruptedException("reading the mailbox was ended");
    stop.initCause(e);
    return stop;
  }

  private ConnectorException told(ImapException e) {
    String what = wanted.server() + ": " + e.getMessage();
    return switch (e.kind()) {
      case BROKEN, TOO_MUCH -> ConnectorException.notSent(what, e);
      case SHUT_OUT -> ConnectorException.rejected(what).retryAfter(AFTER_SHUT_OUT);
      case REFUSED ->
          e.passes() || open.isPresent()
              ? ConnectorException.notSent(what, e)
              : ConnectorException.rejected(
                  wanted.server()
                      + " does not open the mailbox \""
                      + wanted.mailbox()
                      + "\": "
                      + e.getMessage());
    };
  }

  private void drop() {
    log.debug("{}: the connection is given up", wanted.server());
    open = Optional.empty();
    connection.drop();
  }

  @Override
  public void close() {
    connection.close();
  }
}
