package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.matrix.FakeHomeserver.BOT;
import static reroll.connectors.chat.matrix.FakeHomeserver.OTHER_ROOM;
import static reroll.connectors.chat.matrix.FakeHomeserver.ROOM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.port.ConnectorException;

/** What goes wrong with a room is told to the operators: once, for as long as it lasts. */
class RoomTroublesTest extends AtHomeserver {
  private static final String SILENCED =
      "I may not post in "
          + ROOM
          + " (M_FORBIDDEN): invite me, or give me the right to send messages";

  private MatrixLab lab() {
    return MatrixLab.of(MatrixLab.withOperators(server.settings(), OTHER_ROOM), folder);
  }

  private List<String> told() {
    return server.posts(OTHER_ROOM).stream().map(post -> Json.text(post, "body")).toList();
  }

  private void someSyncsPass() {
    int before = server.askedToSync();
    await().until(() -> server.askedToSync() > before + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "leave, @eve:x, I was put out of " + ROOM + " by @eve:x (too loud)",
    "ban, @eve:x, I am banned from " + ROOM + " by @eve:x (too loud)",
    "leave, " + BOT + ", ''",
  })
  void whoPutsItOutIsToldAndWhyButNotThatItWentByItself(
      String membership, String by, String sentence) {
    server.willTell("{\"next_batch\":\"s1\"}");
    server.willTell(
        """
        {"next_batch":"s2","rooms":{"leave":{"%s":{"timeline":{"events":[
          {"type":"m.room.member","event_id":"$out","sender":"%s","state_key":"%s",
           "content":{"membership":"%s","reason":"too \\u202Eloud"}}]}}}}}
        """
            .formatted(ROOM, by, BOT, membership));
    try (MatrixLab lab = lab()) {
      lab.start();
      someSyncsPass();
      someSyncsPass();

      assertThat(told()).isEqualTo(sentence.isEmpty() ? List.of() : List.of(sentence));
    }
  }

  @Test
  void aRoomThatTakesNoPostsIsToldOfOnceAlsoAcrossRestartsAndAnewWhenItComesBack()
      throws Exception {
    for (int start = 0; start < 2; start++) {
      try (MatrixLab lab = lab()) {
        lab.start();
        isRefused(lab, "a" + start);
        isRefused(lab, "b" + start);
        await().until(() -> !told().isEmpty());
        someSyncsPass();
        assertThat(told()).containsExactly(SILENCED);
      }
    }
    try (MatrixLab lab = lab()) {
      lab.start();
      server.allow(true);
      lab.chat.send(MatrixLab.post("good", ROOM, "x"));
      someSyncsPass();
      isRefused(lab, "c");
      await().until(() -> told().size() == 2);
      assertThat(told()).containsOnly(SILENCED);
    }
  }

  private void isRefused(MatrixLab lab, String key) {
    server.allow(false);
    ConnectorException refused =
        catchThrowableOfType(
            ConnectorException.class, () -> lab.chat.send(MatrixLab.post(key, ROOM, "x")));
    assertThat(refused.outcome()).isEqualTo(ConnectorException.Outcome.REJECTED);
  }
}
