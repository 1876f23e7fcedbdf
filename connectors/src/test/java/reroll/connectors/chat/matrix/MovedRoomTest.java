package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.matrix.FakeHomeserver.OTHER_ROOM;
import static reroll.connectors.chat.matrix.FakeHomeserver.ROOM;
import static reroll.connectors.chat.matrix.FakeHomeserver.said;

import org.junit.jupiter.api.Test;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** What becomes of cards and threads when their room goes on in another. */
class MovedRoomTest extends AtHomeserver {
  /** The name of a card in the old room; the room has moved since. */
  private String cardBeforeTheMove(MatrixLab lab) throws Exception {
    server.willTell("{\"next_batch\":\"s1\"}");
    String card = lab.chat.send(MatrixLab.post("card", ROOM, "v1 of x"));
    server.willMove("s2");
    server.willTellOf("s3", said("$end", "!end"));
    lab.start();
    await().until(() -> lab.texts().contains("!end"));
    return card;
  }

  @Test
  void aCardThatStayedBehindIsLeftAsItIs() throws Exception {
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      String card = cardBeforeTheMove(lab);
      ConnectorException refused =
          catchThrowableOfType(
              ConnectorException.class,
              () -> lab.chat.edit(card, MatrixLab.post("edit", ROOM, "v1 of x, applied")));

      assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
      assertThat(refused).hasMessageContaining("before it moved");
      assertThat(server.posts(ROOM)).hasSize(1);
      assertThat(server.posts(OTHER_ROOM)).isEmpty();
    }
  }

  @Test
  void whatBelongsBelowItStandsInTheNewRoomItself() throws Exception {
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      String card = cardBeforeTheMove(lab);
      lab.deliver(MatrixLab.answer("answer", ROOM, card, "v2 is out"));

      assertThat(server.posts(OTHER_ROOM))
          .singleElement()
          .matches(post -> Json.text(post, "body").equals("v2 is out"))
          .matches(post -> !post.has("m.relates_to"));
    }
  }

  @Test
  void cardsOfTheNewRoomAreChangedAndAnsweredAsEver() throws Exception {
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      cardBeforeTheMove(lab);
      String card = lab.deliver(MatrixLab.post("new", ROOM, "v2 of x"));
      lab.chat.edit(card, MatrixLab.post("edit", ROOM, "v2 of x, applied"));
      lab.deliver(MatrixLab.answer("answer", ROOM, card, "v3 is out"));

      assertThat(server.posts(OTHER_ROOM))
          .extracting(post -> Json.text(post, "m.relates_to", "rel_type"))
          .containsExactly("", "m.replace", "m.thread");
    }
  }

  @Test
  void aServerThatCannotSayWhereTheCardIsIsAskedAgain() throws Exception {
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      String card = cardBeforeTheMove(lab);
      server.goDown(path -> path.contains("/event/"));
      ConnectorException failed =
          catchThrowableOfType(
              ConnectorException.class,
              () -> lab.chat.edit(card, MatrixLab.post("edit", ROOM, "v1 of x, applied")));

      assertThat(failed.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }
}
