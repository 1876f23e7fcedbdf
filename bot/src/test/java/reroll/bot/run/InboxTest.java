package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reroll.connectors.chat.Incoming;

/** Between two bots nothing that is said is lost. */
class InboxTest {
  private static final Incoming HELLO =
      new Incoming("room", "ann", "e1", Optional.empty(), "!help", false);

  private final Inbox inbox = new Inbox();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void whatIsSaidWhileNoBotListensIsHeardByTheNext() throws Exception {
    inbox.open(said -> heard.add("first " + said.text()));
    inbox.shut(Duration.ofSeconds(1));
    Thread chat = new Thread(() -> inbox.accept(HELLO), "chat");
    chat.start();
    await().until(() -> chat.getState() == Thread.State.TIMED_WAITING);

    inbox.open(said -> heard.add("second " + said.text()));

    chat.join();
    assertThat(heard).containsExactly("second !help");
  }

  @Test
  void aBotTakesWhatItBeganToTake() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    inbox.open(
        said -> {
          begun.countDown();
          awaitUninterrupted(go);
          heard.add(said.text());
        });
    Thread chat = new Thread(() -> inbox.accept(HELLO), "chat");
    chat.start();
    begun.await();
    Thread end = new Thread(this::shut, "end");
    end.start();
    await().until(() -> end.getState() == Thread.State.TIMED_WAITING);

    go.countDown();

    end.join();
    assertThat(heard).containsExactly("!help");
    chat.join();
  }

  @Test
  void aBotThatHangsIsNotWaitedForForEver() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    inbox.open(
        said -> {
          begun.countDown();
          awaitUninterrupted(never);
        });
    Thread chat = new Thread(() -> inbox.accept(HELLO), "chat");
    chat.start();
    begun.await();

    inbox.shut(Duration.ofMillis(10));

    assertThat(chat.isAlive()).isTrue();
    never.countDown();
    chat.join();
  }

  @Test
  void aChatThatEndsMeanwhileKeepsWhatItCouldNotBring() throws Exception {
    AtomicBoolean refused = new AtomicBoolean();
    Thread chat =
        new Thread(
            () -> {
              try {
                inbox.accept(HELLO);
              } catch (IllegalStateException e) {
                refused.set(true);
              }
            },
            "chat");
    chat.start();
    await().until(() -> chat.getState() == Thread.State.TIMED_WAITING);

    chat.interrupt();

    chat.join();
    assertThat(refused).isTrue();
  }

  private void shut() {
    try {
      inbox.shut(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
