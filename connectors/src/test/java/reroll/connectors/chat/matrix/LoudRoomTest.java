package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static reroll.connectors.chat.matrix.FakeHomeserver.OTHER_ROOM;
import static reroll.connectors.chat.matrix.FakeHomeserver.ROOM;

import org.junit.jupiter.api.Test;

/** Posts are notices, but where a room wants to be told of them. */
class LoudRoomTest extends AtHomeserver {
  @Test
  void onlyInRoomsThatWantItPostsAndTheirChangesAreOrdinaryMessages() throws Exception {
    MatrixSettings settings = MatrixLab.withLoud(server.settings(), OTHER_ROOM);
    try (MatrixLab lab = MatrixLab.of(settings, folder)) {
      String card = lab.chat.send(MatrixLab.post("k1", OTHER_ROOM, "x"));
      lab.chat.edit(card, MatrixLab.post("k2", OTHER_ROOM, "y"));
      lab.chat.send(MatrixLab.post("k3", ROOM, "x"));
    }
    assertThat(server.posts())
        .extracting(post -> Json.text(post, "msgtype"))
        .containsExactly("m.text", "m.text", "m.notice");
    assertThat(Json.text(server.posts().get(1), "m.new_content", "msgtype")).isEqualTo("m.text");
  }
}
