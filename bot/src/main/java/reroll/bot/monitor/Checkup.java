package reroll.bot.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reroll.bot.run.Vitals;

/**
 * Judges whether the bot lives and whether it is at work. However many ask, and however long it is
 * stuck, it is asked once at a time. Thread-safe.
 */
final class Checkup implements AutoCloseable {
  /**
   * What was found.
   *
   * @param text a line for each thing that is wrong, or one that all is well
   * @param vitals empty where the bot did not answer
   */
  record Finding(boolean good, String text, Optional<Vitals> vitals) {
    private static Finding silent(boolean good, String text) {
      return new Finding(good, text + "\n", Optional.empty());
    }
  }

  private final Duration patience;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "checkup"));

  /** Empty until there is a bot. */
  private volatile Optional<Patient> bot = Optional.empty();

  /** A question that may still wait for its answer. Guarded by this. */
  private Optional<Future<Vitals>> asked = Optional.empty();

  /**
   * @param patience how long the bot has to answer before it is held to be stuck
   */
  Checkup(Duration patience) {
    this.patience = patience;
  }

  void watch(Patient patient) {
    bot = Optional.of(patient);
  }

  /** Whether the bot is there and its state thread does its work. */
  Finding lives() {
    Optional<Patient> patient = bot;
    if (patient.isEmpty()) {
      return Finding.silent(true, "The bot starts: it takes up its state.");
    }
    Future<Vitals> answer = ask(patient.get());
    try {
      Vitals vitals = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Finding(true, "The bot lives.\n", Optional.of(vitals));
    } catch (TimeoutException e) {
      return Finding.silent(
          false,
          "The bot is stuck: its state thread has not answered for "
              + patience.toSeconds()
              + " s.");
    } catch (ExecutionException e) {
      return Finding.silent(false, "The bot cannot tell how it is: " + e.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Finding.silent(false, "The bot stops.");
    }
  }

  private synchronized Future<Vitals> ask(Patient patient) {
    Future<Vitals> waiting =
        asked
            .filter(question -> !question.isDone())
            .orElseGet(() -> thread.submit(patient::vitals));
    asked = Optional.of(waiting);
    return waiting;
  }

  /** Whether it does all that it is there for: every list was looked at, every chat works. */
  Finding isReady() {
    Finding life = lives();
    if (life.vitals().isEmpty()) {
      return new Finding(false, life.text(), life.vitals());
    }
    List<String> wrong = wrong(life.vitals().get());
    return wrong.isEmpty()
        ? new Finding(true, "The bot is at work.\n", life.vitals())
        : new Finding(false, String.join("\n", wrong) + "\n", life.vitals());
  }

  private static List<String> wrong(Vitals vitals) {
    List<String> wrong = new ArrayList<>();
    vitals.lists().stream()
        .filter(list -> !list.looked())
        .forEach(list -> wrong.add(list.name() + ": not looked at so far."));
    vitals
        .chats()
        .forEach(chat -> chat.troubles().forEach(what -> wrong.add(chat.name() + ": " + what)));
    return wrong;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
