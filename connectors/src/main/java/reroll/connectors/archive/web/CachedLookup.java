package reroll.connectors.archive.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.port.ConnectorException;

/**
 * Remembers answers for a while, and asks the same at the same time once. Failures are not
 * remembered, but those who waited for the same answer share them. Thread-safe; no lock is held
 * while a question is asked.
 */
final class CachedLookup implements ArchiveLookup {
  /** Kernel.org's own client keeps what it asked ten minutes; threads grow, mails do not change. */
  static final Duration KEPT = Duration.ofMinutes(30);

  /** What is not there may be about to come. */
  static final Duration KEPT_NOTHING = Duration.ofMinutes(5);

  static final int MAX_ANSWERS = 1_000;

  static final long MAX_BYTES = 32 << 20;

  private final ArchiveLookup behind;
  private final Clock clock;

  /** Answers by their questions, the oldest first. Guarded by this. */
  private final Map<Question, Kept> kept = new LinkedHashMap<>();

  /** Questions that are being asked. Guarded by this. */
  private final Map<Question, CompletableFuture<List<RawMail>>> asked = new LinkedHashMap<>();

  /** Of all mails in {@link #kept}. Guarded by this. */
  private long bytes;

  private record Kept(List<RawMail> mails, Instant until) {
    long bytes() {
      return mails.stream().mapToLong(mail -> mail.bytes().length).sum();
    }
  }

  /** What may be asked. */
  private sealed interface Question {
    record OfMail(String id) implements Question {}

    record OfThread(String id) implements Question {}

    record OfSearch(Wanted wanted) implements Question {}
  }

  @FunctionalInterface
  private interface Asking {
    List<RawMail> ask() throws ConnectorException, InterruptedException;
  }

  CachedLookup(ArchiveLookup behind, Clock clock) {
    this.behind = behind;
    this.clock = clock;
  }

  @Override
  public Optional<RawMail> mail(String messageId) throws ConnectorException, InterruptedException {
    return answer(new Question.OfMail(messageId), () -> behind.mail(messageId).stream().toList())
        .stream()
        .findFirst();
  }

  @Override
  public List<RawMail> thread(String messageId) throws ConnectorException, InterruptedException {
    return answer(new Question.OfThread(messageId), () -> behind.thread(messageId));
  }

  @Override
  public List<RawMail> search(Wanted wanted) throws ConnectorException, InterruptedException {
    return answer(new Question.OfSearch(wanted), () -> behind.search(wanted));
  }

  private List<RawMail> answer(Question question, Asking asking)
      throws ConnectorException, InterruptedException {
    CompletableFuture<List<RawMail>> mine = new CompletableFuture<>();
    CompletableFuture<List<RawMail>> theirs;
    synchronized (this) {
      Optional<List<RawMail>> known = known(question);
      if (known.isPresent()) {
        return known.get();
      }
      theirs = asked.putIfAbsent(question, mine);
    }
    return theirs == null ? ask(question, asking, mine) : await(theirs, question, asking);
  }

  private synchronized Optional<List<RawMail>> known(Question question) {
    Kept answer = kept.get(question);
    if (answer == null) {
      return Optional.empty();
    }
    if (clock.instant().isBefore(answer.until())) {
      return Optional.of(answer.mails());
    }
    kept.remove(question);
    bytes -= answer.bytes();
    return Optional.empty();
  }

  private List<RawMail> ask(
      Question question, Asking asking, CompletableFuture<List<RawMail>> promise)
      throws ConnectorException, InterruptedException {
    try {
      List<RawMail> mails = List.copyOf(asking.ask());
      keep(question, mails);
      promise.complete(mails);
      return mails;
    } catch (ConnectorException e) {
      promise.completeExceptionally(e);
      throw e;
    } finally {
      synchronized (this) {
        asked.remove(question);
      }
      promise.cancel(false); // where it has no answer: those who wait ask for themselves
    }
  }

  private synchronized void keep(Question question, List<RawMail> mails) {
    Duration time = mails.isEmpty() ? KEPT_NOTHING : KEPT;
    Kept answer = new Kept(mails, clock.instant().plus(time));
    kept.put(question, answer);
    bytes += answer.bytes();
    Iterator<Kept> oldest = kept.values().iterator();
    while (kept.size() > MAX_ANSWERS || bytes > MAX_BYTES) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  private List<RawMail> await(
      CompletableFuture<List<RawMail>> theirs, Question question, Asking asking)
      throws ConnectorException, InterruptedException {
    try {
      return theirs.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConnectorException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (CancellationException interrupted) {
      return answer(question, asking);
    }
  }
}
