package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;

/** Waiting for mail, and all ways in which that ends. */
class NewsWaitTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir private Path folder;

  private ScriptedServer server;
  private ImapArchive source;

  @BeforeEach
  void start() throws Exception {
    server = ScriptedServer.plain();
    server.mailbox().add(Mails.numbered(1));
    source =
        (ImapArchive)
            new ImapFactory()
                .open(
                    TestSettings.anonymous(server.port(), "INBOX"),
                    TestHome.beside(folder.resolve("box")));
  }

  @AfterEach
  void stop() throws IOException {
    source.close();
    server.close();
  }

  /** A wait on a thread of its own. */
  private final class Waiter {
    private final CompletableFuture<String> result = new CompletableFuture<>();
    private final Thread thread;

    Waiter(Duration atMost) {
      thread =
          new Thread(
              () -> {
                try {
                  source.awaitNews(atMost);
                  result.complete("returned");
                } catch (InterruptedException e) {
                  result.complete("stopped");
                } catch (ConnectorException e) {
                  result.complete(e.getMessage());
                }
              });
      thread.start();
    }

    String result() throws InterruptedException, ExecutionException {
      return result.join();
    }
  }

  private Waiter idling() throws Exception {
    Walk.through(source);
    Waiter waiter = new Waiter(LONG);
    await().until(() -> server.count("IDLE") > 0);
    return waiter;
  }

  @Test
  void mailThatArrivesEndsTheWait() throws Exception {
    Cursor end = Walk.through(source).end();
    Waiter waiter = idling();
    server.mailbox().add(Mails.numbered(2));
    server.say("* 2 EXISTS");

    assertThat(waiter.result()).isEqualTo("returned");
    assertThat(Walk.from(end, source).mails()).containsExactly(Mails.numbered(2));
  }

  @Test
  void anExistsThatTellsNothingNewDoesNotEndTheWait() throws Exception {
    Waiter waiter = idling();
    server.say("* 1 EXISTS");
    server.say("* OK Still here");
    server.say("* 1 FETCH (FLAGS (\\Seen))");
    assertThatThrownBy(() -> waiter.result.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    server.say("* 2 EXISTS");

    assertThat(waiter.result()).isEqualTo("returned");
  }

  @Test
  void whatCameSinceTheLastReadEndsTheWaitAtOnce() throws Exception {
    Walk.through(source);
    server.mailbox().add(Mails.numbered(2));
    server.once(
        "IDLE",
        (talk, tag, command) -> {
          talk.say("* 2 EXISTS");
          talk.answer(tag, command);
        });

    assertThat(new Waiter(LONG).result()).isEqualTo("returned");
  }

  @Test
  void theWaitEndsInTime() throws Exception {
    Walk.through(source);
    Instant begin = Instant.now();
    source.awaitNews(SHORT);

    assertThat(Duration.between(begin, Instant.now())).isBetween(SHORT, SHORT.multipliedBy(20));
    assertThat(server.count("DONE")).isPositive().isEqualTo(server.count("IDLE"));
    assertThat(Walk.through(source).mails()).hasSize(1);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    Waiter waiter = idling();
    waiter.thread.interrupt();

    assertThat(waiter.result()).isEqualTo("stopped");
    assertThat(Walk.through(source).mails()).hasSize(1);
  }

  @Test
  void closingTheArchiveEndsTheWait() throws Exception {
    Waiter waiter = idling();
    source.close();

    assertThat(waiter.result()).isEqualTo("stopped");
  }

  @Test
  void anInterruptEndsAReadThatHangs() throws Exception {
    server.once("UID FETCH", (talk, tag, command) -> talk.write("* 1 FETCH (UID 1"));
    CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                source.readAfter(Cursor.START, 1);
              } catch (InterruptedException e) {
                stopped.complete(true);
              } catch (ConnectorException e) {
                stopped.completeExceptionally(e);
              }
            });
    reader.start();
    await().until(() -> server.count("UID FETCH") > 0);
    reader.interrupt();

    assertThat(stopped.join()).isTrue();
  }

  @Test
  void aServerThatSaysGoodbyeIsToldAndTheNextReadConnectsAnew() throws Exception {
    Waiter waiter = idling();
    server.say("* BYE shutting down");

    assertThat(waiter.result()).contains("goodbye").contains("shutting down");
    assertThat(Walk.through(source).mails()).hasSize(1);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void aServerThatEndsTheIdleByItselfIsAskedAgain() throws Exception {
    server.once(
        "IDLE",
        (talk, tag, command) -> {
          talk.answer(tag, command);
          talk.say(tag + " OK enough");
        });
    Walk.through(source);
    Waiter waiter = new Waiter(LONG);
    await().until(() -> server.count("IDLE") == 2);
    server.say("* 2 EXISTS");

    assertThat(waiter.result()).isEqualTo("returned");
  }

  @Test
  void aServerWithoutIdleIsAskedNowAndThenAndTheWaitEndsInTime() throws Exception {
    server.withCapabilities("IMAP4rev1");
    Walk.through(source);
    server.mailbox().add(Mails.numbered(2));
    source.awaitNews(SHORT);

    assertThat(server.count("IDLE")).isZero();
    assertThat(server.count("NOOP")).isGreaterThan(1);
  }

  @Test
  void aWaitForAServerWithoutIdleIsEndedByAnInterrupt() throws Exception {
    server.withCapabilities("IMAP4rev1");
    Walk.through(source);
    Waiter waiter = new Waiter(LONG);
    waiter.thread.interrupt();

    assertThat(waiter.result()).isEqualTo("stopped");
  }
}
