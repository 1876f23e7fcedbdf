package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.matrix.FakeHomeserver.OTHER_ROOM;
import static reroll.connectors.chat.matrix.FakeHomeserver.ROOM;
import static reroll.connectors.chat.matrix.FakeHomeserver.said;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A homeserver that is away for long. How long does not matter to the chat, which keeps no time of
 * its own: it matters how often it is asked in vain.
 */
class OutageTest extends AtHomeserver {
  /** With the deliverer's waits, more than an hour. */
  private static final int IN_VAIN = 40;

  private static final int POSTS = 12;

  /** Of those that each wait for an answer in vain. */
  private static final int FEW = 4;

  private static void deliver(int posts, MatrixLab lab, String room) {
    try {
      for (int i = 0; i < posts; i++) {
        lab.deliver(MatrixLab.post(room.substring(1, 5) + i, room, "post " + i));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> bodiesOf(int posts) {
    return IntStream.range(0, posts).mapToObj(i -> "post " + i).toList();
  }

  private List<String> bodies(String room) {
    return server.posts(room).stream().map(post -> Json.text(post, "body")).toList();
  }

  @Test
  void aRoomThatCannotBeReachedGetsAllInItsOrderAndDelaysNoOther() {
    List<String> all = bodiesOf(POSTS);
    server.goDown(path -> path.contains("21room"));
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> deliver(POSTS, lab, ROOM));
      deliver(POSTS, lab, OTHER_ROOM);
      assertThat(bodies(OTHER_ROOM)).isEqualTo(all);

      await().until(() -> server.outages() > IN_VAIN);
      assertThat(bodies(ROOM)).isEmpty();
      server.comeUp();
      waiting.join();

      assertThat(bodies(ROOM)).isEqualTo(all);
      assertThat(bodies(OTHER_ROOM)).isEqualTo(all);
    }
  }

  static Stream<UnaryOperator<MockResponse>> slow() {
    return Stream.of(
        answer -> answer.newBuilder().headersDelay(600, TimeUnit.MILLISECONDS).build(),
        answer -> answer.newBuilder().bodyDelay(600, TimeUnit.MILLISECONDS).build(),
        answer -> answer.newBuilder().throttleBody(1, 100, TimeUnit.MILLISECONDS).build());
  }

  /** Late by far for one who waits so long: each post is taken, and nobody hears of it in time. */
  @ParameterizedTest
  @MethodSource("slow")
  void aRoomThatAnswersTooLateOrDropByDropHasEachPostOnceAndDelaysNoOther(
      UnaryOperator<MockResponse> slowness) {
    List<String> all = bodiesOf(FEW);
    server.slowDown(slowness);
    server.goDown(path -> path.contains("21room") && path.endsWith("/messages"));
    try (MatrixLab lab = MatrixLab.hasty(server.settings(), folder, Duration.ofMillis(200))) {
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> deliver(FEW, lab, ROOM));
      await().until(() -> server.outages() > 0); // in doubt, and cannot look
      deliver(FEW, lab, OTHER_ROOM);
      assertThat(bodies(OTHER_ROOM)).isEqualTo(all);
      assertThat(bodies(ROOM)).hasSize(1);
      server.comeUp();
      waiting.join();

      assertThat(bodies(ROOM)).isEqualTo(all);
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
