package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** A homeserver that refuses, lies and breaks off, and people who send odd things. */
class MisbehaviourTest extends AtHomeserver {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | application/json | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":1500} |"
            + " NOT_SENT | PT1.5S",
        "429 | application/json | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":99999999999}"
            + " | NOT_SENT | PT1H",
        "429 | text/html | <html>slow down | NOT_SENT | PT5S",
        "401 | application/json | {\"errcode\":\"M_UNKNOWN_TOKEN\"} | NOT_SENT | PT5M",
        "403 | application/json | {\"errcode\":\"M_FORBIDDEN\",\"error\":\"not in room\"} |"
            + " REJECTED | ''",
        "403 | application/json | {\"errcode\":\"M_RESOURCE_LIMIT_EXCEEDED\"} | NOT_SENT | PT5M",
        "403 | application/json | {\"errcode\":\"M_CONSENT_NOT_GIVEN\"} | NOT_SENT | PT5M",
        "403 | text/html | <html>blocked | UNKNOWN | ''",
        "413 | application/json | {\"errcode\":\"M_TOO_LARGE\"} | REJECTED | ''",
        "413 | text/html | <html>nginx | REJECTED | ''",
        "404 | text/html | <html>nginx | UNKNOWN | ''",
        "502 | text/html | <html>bad gateway | UNKNOWN | ''",
        "200 | text/html | <html>welcome | UNKNOWN | ''",
        "200 | application/json | [] | UNKNOWN | ''",
        "200 | application/json | {} | UNKNOWN | ''",
        "200 | application/json | {\"event_id\":17} | UNKNOWN | ''",
      })
  void whatBecameOfAPostIsToldByTheAnswer(
      int status, String type, String body, Outcome outcome, String wait) {
    server.refuseNextPost(status, type, body);
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      ConnectorException failure =
          catchThrowableOfType(
              ConnectorException.class,
              () -> lab.chat.send(MatrixLab.post("k", FakeHomeserver.ROOM, "x")));

      assertThat(failure.outcome()).isEqualTo(outcome);
      assertThat(failure.retryAfter().map(Duration::toString).orElse("")).isEqualTo(wait);
      assertThat(failure).hasMessageNotContaining("\n").hasMessageNotContaining("token\"");
    }
  }

  @Test
  void aPostWhoseAnswerWasLostIsFoundThoughTheServerForgotIt() throws Exception {
    server.loseNextAnswerAndForget();
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      String name = lab.deliver(MatrixLab.post("k", FakeHomeserver.ROOM, "x"));

      assertThat(server.posts()).hasSize(1);
      assertThat(name).isEqualTo("$reroll-k");
    }
  }

  @Test
  void noPostEverPingsAnybody() throws Exception {
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      lab.deliver(MatrixLab.post("k", FakeHomeserver.ROOM, "@room @ann:fake.test <b>x</b>"));
      lab.chat.edit("$x", MatrixLab.post("e", FakeHomeserver.ROOM, "@room"));
    }
    assertThat(server.posts()).hasSize(2);
    assertThat(server.posts()).allMatch(post -> post.path("m.mentions").isObject());
    assertThat(server.posts()).allMatch(post -> post.path("m.mentions").isEmpty());
    assertThat(server.posts().get(1).path("m.new_content").path("m.mentions").isObject()).isTrue();
    assertThat(server.posts())
        .allMatch(post -> !post.path("formatted_body").stringValue("").contains("<b>"));
  }

  @Test
  void aLongTextIsPostedInPartsThatTheServerTakes() throws Exception {
    String text = "* \"quoted\" <tag> of an item that is long enough\n".repeat(5_000);
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      lab.deliver(MatrixLab.post("k", FakeHomeserver.ROOM, text));
    }
    assertThat(server.posts()).hasSizeGreaterThan(10);
    String all =
        server.posts().stream().map(post -> post.path("body").stringValue("")).toList().toString();
    assertThat(all.split("of an item", -1)).hasSize(5_001);
  }

  @Test
  void oddEventsAreNoCommandsAndStopNothing() {
    server.willTell("{\"next_batch\":\"s1\"}");
    server.willTellOf(
        "s2",
        "{}",
        "17",
        "null",
        "{\"type\":\"m.room.message\",\"content\":null}",
        FakeHomeserver.said("$1", "@eve:x", "{\"msgtype\":\"m.text\",\"body\":17}"),
        FakeHomeserver.said("$2", "@eve:x", "{\"msgtype\":\"m.image\",\"body\":\"!image\"}"),
        FakeHomeserver.said("$3", FakeHomeserver.BOT, "{\"msgtype\":\"m.text\",\"body\":\"!own\"}"),
        FakeHomeserver.said("$4", "eve", "{\"msgtype\":\"m.text\",\"body\":\"!nobody\"}"),
        FakeHomeserver.said("$5", "@eve:x", "{}"),
        FakeHomeserver.said(
            "$6",
            "@eve:x",
            "{\"msgtype\":\"m.text\",\"body\":\"*"
                + " !x\",\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":\"$1\"}}"),
        FakeHomeserver.said("$7", "@eve:x", "{\"msgtype\":\"m.text\",\"body\":\"!good\"}"),
        FakeHomeserver.said("$7", "@eve:x", "{\"msgtype\":\"m.text\",\"body\":\"!good\"}"),
        FakeHomeserver.said(
            "$8",
            "@eve:x",
            "{\"msgtype\":\"m.text\",\"body\":\"> <@bot:x> hello\\n"
                + "\\n"
                + "!reply\",\"m.relates_to\":{\"m.in_reply_to\":{\"event_id\":\"$1\"}}}"),
        FakeHomeserver.said(
            "$9",
            "@eve:x",
            "{\"msgtype\":\"m.text\",\"body\":" + "[".repeat(90) + "]".repeat(90) + "}"),
        FakeHomeserver.said("$11", "!digest " + "x".repeat(60_000)),
        FakeHomeserver.said("$12", "@eve:x", "{\"a\":".repeat(100) + "1" + "}".repeat(100)),
        FakeHomeserver.said("$10", "@eve:x", "{\"msgtype\":\"m.text\",\"body\":\"!end\"}"));
    try (MatrixLab lab = MatrixLab.started(server.settings(), folder)) {
      await().until(() -> lab.texts().contains("!end"));
      assertThat(lab.texts()).containsExactly("!good", "!reply", "!end");
      assertThat(lab.chat.troubles()).isEmpty();
    }
  }

  @Test
  void aServerThatTellsTheSameAgainAndAgainIsHeardOnceAndAskedSlowly() {
    server.willTell("{\"next_batch\":\"s1\"}");
    for (int i = 0; i < 1_000; i++) {
      server.willTellOf(
          i % 2 == 0 ? "s2" : "s1",
          FakeHomeserver.said("$1", "@eve:x", "{\"msgtype\":\"m.text\",\"body\":\"!x\"}"));
    }
    try (MatrixLab lab = MatrixLab.started(server.settings(), folder)) {
      await().until(() -> server.askedToSync() >= 6);
      assertThat(lab.texts()).containsExactly("!x");
      // Six waits: 20, 40, 80, 160 ms and so on.
      assertThat(server.askedToSync()).isLessThan(20);
    }
  }

  @Test
  void thePlaceIsSavedOnlyBehindWhatWasTakenIn() throws Exception {
    server.willTell("{\"next_batch\":\"s1\"}");
    server.willTellOf(
        "s2", FakeHomeserver.said("$1", "@eve:x", "{\"msgtype\":\"m.text\",\"body\":\"!x\"}"));
    Path place = folder.resolve("place.json");
    List<String> placesAtInbox = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      lab.chat.start(
          said -> {
            try {
              placesAtInbox.add(Files.readString(place));
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
      await().until(() -> Files.exists(place) && Files.readString(place).contains("\"idle\""));
      assertThat(placesAtInbox).hasSize(1);
      assertThat(placesAtInbox.get(0)).contains("\"s1\"");
    }
  }

  @Test
  void aServerThatIsNoneIsSaidPlainly() throws Exception {
    server.willTell("{\"rooms\":[]}");
    server.willTell("{\"rooms\":[]}");
    server.willTell("{\"rooms\":[]}");
    server.willTell("{\"rooms\":[]}");
    try (MatrixLab lab = MatrixLab.started(server.settings(), folder)) {
      await().until(() -> !lab.chat.troubles().isEmpty());
      assertThat(lab.chat.troubles())
          .containsExactly("the homeserver answers a sync without a next_batch");
      await().until(() -> lab.chat.troubles().isEmpty());
    }
  }
}
