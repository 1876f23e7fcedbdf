package reroll.bot.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailFacts;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/**
 * Reads the archive of one list. While a batch is taken the one behind it is parsed and the next
 * one read, each on other threads. Used by one thread at a time.
 */
public final class Intake {
  /** Mails a batch; small enough that three of them fit any heap. */
  static final int BATCH = 256;

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final String list;
  private final ArchiveSource source;
  private final Executor parsers;
  private final ArrivalClock arrivals;

  /**
   * Makes an intake.
   *
   * @param last when the list's newest mail arrived, in an earlier reading; {@link Instant#EPOCH}
   *     where there was none
   */
  public Intake(String list, ArchiveSource source, Executor parsers, Clock clock, Instant last) {
    this.list = list;
    this.source = source;
    this.parsers = parsers;
    this.arrivals = new ArrivalClock(clock, last);
  }

  /**
   * Takes what was read; called in order of arrival, on the reading thread.
   *
   * @param <E> how it fails
   */
  public interface Sink<E extends Exception> {
    void take(IntakeBatch batch) throws E, InterruptedException;
  }

  /**
   * Reads all that follows {@code after} and hands it to {@code sink}. Ends at the first failure of
   * either: what was handed over before stays good, and nothing behind a gap is handed over.
   *
   * @throws ConnectorException if the archive fails
   * @throws E if the sink does
   */
  public <E extends Exception> void readAll(Cursor after, Sink<E> sink)
      throws ConnectorException, E, InterruptedException {
    try (ReadAhead ahead = new ReadAhead(list, source, after, BATCH)) {
      Parsing parsing = new Parsing(after, ahead.next());
      while (parsing.batch.more()) {
        Parsing next;
        try {
          next = new Parsing(parsing.batch.next(), ahead.next());
        } catch (ConnectorException e) {
          sink.take(parsing.await()); // what is there already is not lost
          throw e;
        }
        sink.take(parsing.await());
        parsing = next;
      }
      sink.take(parsing.await());
    }
  }

  /** Mails a task; each alone would cost more in handing over than in parsing. */
  private static final int SLICE = 16;

  private record Parsed(Mail mail, MailFacts facts) {}

  /** A batch at work. */
  private final class Parsing {
    private final Cursor after;
    private final Batch batch;
    private final List<FutureTask<Optional<Parsed>>> results = new ArrayList<>();

    Parsing(Cursor after, Batch batch) {
      this.after = after;
      this.batch = batch;
      for (ArchiveEntry entry : batch.entries()) {
        results.add(
            new FutureTask<>(
                () -> entry instanceof RawMail raw ? Optional.of(parse(raw)) : Optional.empty()));
      }
      for (int i = 0; i < results.size(); i += SLICE) {
        var slice = results.subList(i, Math.min(results.size(), i + SLICE));
        parsers.execute(() -> slice.forEach(FutureTask::run));
      }
    }

    private static Parsed parse(RawMail raw) {
      Mail mail = MailParser.parse(raw.bytes());
      return new Parsed(mail, MailReader.read(mail));
    }

    IntakeBatch await() throws InterruptedException {
      List<IntakeEntry> entries = new ArrayList<>(results.size());
      for (int i = 0; i < results.size(); i++) {
        entries.add(entry(batch.entries().get(i), results.get(i)));
      }
      return new IntakeBatch(list, after, entries, batch.next(), batch.more());
    }

    private IntakeEntry entry(ArchiveEntry entry, FutureTask<Optional<Parsed>> result)
        throws InterruptedException {
      String ref = entry.ref();
      if (entry instanceof NoMail) {
        return new IntakeEntry.Nothing(ref, arrivals.stamp(entry.arrived(), Optional.empty()));
      }
      if (entry instanceof Unreadable unreadable) {
        log.warn("{}: {} cannot be read: {}", list, ref, unreadable.why());
        return new IntakeEntry.Broken(
            ref, arrivals.stamp(entry.arrived(), Optional.empty()), unreadable.why());
      }
      try {
        Parsed parsed = result.get().orElseThrow();
        return new IntakeEntry.Read(
            ref, arrivals.stamp(entry.arrived(), Optional.of(parsed.mail())), parsed.facts());
      } catch (ExecutionException bug) {
        // The parser is total; if it is not, one mail must not stop the list.
        log.error("{}: {} broke the parser, please report it", list, ref, bug.getCause());
        return new IntakeEntry.Broken(
            ref,
            arrivals.stamp(entry.arrived(), Optional.empty()),
            "the parser failed on this mail");
      }
    }
  }
}
