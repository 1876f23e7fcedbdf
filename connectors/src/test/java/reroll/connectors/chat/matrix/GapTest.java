package reroll.connectors.chat.matrix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.matrix.FakeHomeserver.said;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import tools.jackson.databind.JsonNode;

/** A sync that leaves events out: they are fetched, and each is heard once. */
class GapTest extends AtHomeserver {
  private List<String> heardUntilTheEnd() {
    try (MatrixLab lab = MatrixLab.started(server.settings(), folder)) {
      await().until(() -> lab.texts().contains("!end"));
      return lab.texts();
    }
  }

  @Test
  void whatWasLeftOutIsHeardInOrderAndOnce() {
    server.willTell("{\"next_batch\":\"s1\"}");
    server.willTellOfTheEnd("s9", "p8", said("$4", "!four"), said("$5", "!end"));
    server.willShow("p2", said("$1", "!one"), said("$2", "!two"));
    server.willShow("p3"); // an empty page is not the last
    server.willShow("", said("$3", "!three"), said("$4", "!four"));

    assertThat(heardUntilTheEnd()).containsExactly("!one", "!two", "!three", "!four", "!end");
    assertThat(server.askedForPages()).containsExactly("s1..p8", "p2..p8", "p3..p8");
  }

  @Test
  void historyIsNeitherHeardNorFetchedAtTheFirstStart() {
    server.willTellOfTheEnd("s1", "p0", said("$1", "!history"));
    server.willTellOf("s2", said("$2", "!end"));

    assertThat(heardUntilTheEnd()).containsExactly("!end");
    assertThat(server.askedForPages()).isEmpty();
  }

  @Test
  void whatWasSaidBeforeItCameInIsNotHeard() {
    String entry =
        """
        {"type":"m.room.member","event_id":"$m","sender":"%1$s","state_key":"%1$s",
         "content":{"membership":"join"}}
        """
            .formatted(FakeHomeserver.BOT);
    server.willTell("{\"next_batch\":\"s1\"}");
    server.willTellOfTheEnd("s9", "p8", said("$3", "!end"));
    server.willShow("", said("$1", "!before"), entry, said("$2", "!after"));

    assertThat(heardUntilTheEnd()).containsExactly("!after", "!end");
  }

  @Test
  void aPageThatFailsIsAskedForAgainBeforeThePlaceIsSaved() {
    server.willTell("{\"next_batch\":\"s1\"}");
    server.willTellOfTheEnd("s9", "p8", said("$2", "!end"));
    server.willShow(FakeHomeserver.json(502, "<html>"));
    server.willTellOfTheEnd("s9", "p8", said("$2", "!end"));
    server.willShow("", said("$1", "!one"));

    assertThat(heardUntilTheEnd()).containsExactly("!one", "!end");
    assertThat(server.askedForPages()).containsExactly("s1..p8", "s1..p8");
  }

  @Test
  void pagesThatLeadInACircleEnd() {
    server.willTell("{\"next_batch\":\"s1\"}");
    server.willTellOfTheEnd("s9", "p8", said("$2", "!end"));
    for (int i = 0; i < 100; i++) {
      server.willShow(i % 2 == 0 ? "p1" : "p2", said("$1", "!one"));
    }

    assertThat(heardUntilTheEnd()).containsExactly("!one", "!end");
    assertThat(server.askedForPages()).hasSize(3);
  }

  @Test
  void pagesWithoutEndEndAtTheBound() throws Exception {
    for (int i = 0; i < 10; i++) {
      server.willShow("page" + i, said("$" + i, "!" + i));
    }
    try (Http http = new Http("reroll/test", Pace.of(Duration.ZERO, Clock.systemUTC()))) {
      ChatHome home = new ChatHome(folder, http, Clock.systemUTC());
      Timeline timeline =
          new Timeline(
              Parts.of(server.settings(), home, MatrixLab.QUICK).server(), FakeHomeserver.BOT, 3);
      JsonNode limited = Json.read("{\"limited\":true}".getBytes(US_ASCII)).orElseThrow();

      assertThat(timeline.events(FakeHomeserver.ROOM, limited, Optional.of("s1"))).hasSize(3);
    }
  }

  @Test
  void whatIsTooLongToBeACommandIsNotKept() {
    server.willTell("{\"next_batch\":\"s1\"}");
    server.willTellOfTheEnd("s9", "p8", said("$2", "!" + "y".repeat(60_000)), said("$3", "!end"));
    server.willShow("", said("$1", "!" + "x".repeat(60_000)), said("$4", "!" + "z".repeat(3_999)));

    assertThat(heardUntilTheEnd()).containsExactly("!" + "z".repeat(3_999), "!end");
  }
}
