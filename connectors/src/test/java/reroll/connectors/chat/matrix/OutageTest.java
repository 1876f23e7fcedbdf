package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.matrix.FakeHomeserver.OTHER_ROOM;
import static reroll.connectors.chat.matrix.FakeHomeserver.ROOM;
import static reroll.connectors.chat.matrix.FakeHomeserver.said;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A homeserver that is away for long. How long does not matter to the chat, which keeps no time of
 * its own: it matters how often it is asked in vain.
 */
@Timeout(120)
class OutageTest extends AtHomeserver {
  /** With the deliverer's waits, more than an hour. */
  private static final int IN_VAIN = 40;

  private static final int POSTS = 12;

  private static void deliverAll(MatrixLab lab, String room) {
    try {
      for (int i = 0; i < POSTS; i++) {
        lab.deliver(MatrixLab.post(room.substring(1, 5) + i, room, "post " + i));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> bodies(String room) {
    return server.posts(room).stream().map(post -> Json.text(post, "body")).toList();
  }

  @Test
  void aRoomThatCannotBeReachedGetsAllInItsOrderAndDelaysNoOther() {
    List<String> all = IntStream.range(0, POSTS).mapToObj(i -> "post " + i).toList();
    server.goDown(path -> path.contains("21room"));
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> deliverAll(lab, ROOM));
      deliverAll(lab, OTHER_ROOM);
      assertThat(bodies(OTHER_ROOM)).isEqualTo(all);

      await().until(() -> server.outages() > IN_VAIN);
      assertThat(bodies(ROOM)).isEmpty();
      server.comeUp();
      waiting.join();

      assertThat(bodies(ROOM)).isEqualTo(all);
      assertThat(bodies(OTHER_ROOM)).isEqualTo(all);
    }
  }

  @Test
  void whatIsSaidWhileTheServerIsAwayIsHeardOnceWhenItIsBack() {
    server.willTell("{\"next_batch\":\"s1\"}");
    try (MatrixLab lab = MatrixLab.started(server.settings(), folder)) {
      await().until(() -> server.askedToSync() > 1);
      server.goDown(path -> true);
      await().until(() -> !lab.chat.troubles().isEmpty());
      server.willTellOf("s2", said("$1", "!one"), said("$2", "!two"));
      server.comeUp();
      await().until(() -> lab.chat.troubles().isEmpty());

      assertThat(lab.texts()).containsExactly("!one", "!two");
    }
  }
}
