package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.matrix.FakeHomeserver.reaction;
import static reroll.connectors.chat.matrix.FakeHomeserver.said;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.chat.Incoming;
import tools.jackson.databind.JsonNode;

/** A post that ends with a row of commands, and people who react to it. */
class ReactionTest extends AtHomeserver {
  private static final String CARD = "**v2** of x\n\n`!unfollow #12` `!why #12` `!log #12`";
  private static final String MARKED = "v2 of x\n\n🔕 !unfollow #12 ❓ !why #12 3️⃣ !log #12";

  /** What is heard of some events after the card was posted. */
  private List<Incoming> heardOf(String... events) throws Exception {
    server.willTell("{\"next_batch\":\"s1\"}");
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      lab.chat.send(MatrixLab.post("card", FakeHomeserver.ROOM, CARD));
      server.willTellOf("s2", events);
      server.willTellOf("s3", said("$end", "!end"));
      lab.start();
      await().until(() -> lab.texts().contains("!end"));
      return lab.heard.subList(0, lab.heard.size() - 1);
    }
  }

  @Test
  void eachCommandOfTheRowShowsItsMark() throws Exception {
    assertThat(heardOf()).isEmpty();
    JsonNode card = server.posts().get(0);
    assertThat(card.path("body").stringValue("")).isEqualTo(MARKED);
    assertThat(card.path("formatted_body").stringValue(""))
        .endsWith(
            "<p>🔕_<code>!unfollow_#12</code> ❓_<code>!why_#12</code> 3️⃣_<code>!log_#12</code></p>"
                .replace('_', '\u00A0'));
  }

  @Test
  void anEditKeepsWhatTheMarksSay() throws Exception {
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      lab.chat.edit("$reroll-card", MatrixLab.post("e", FakeHomeserver.ROOM, CARD));
    }
    JsonNode fresh = server.posts().get(0).path("m.new_content");
    assertThat(QuickAnswers.command(fresh, "🔕")).contains("unfollow #12");
  }

  @ParameterizedTest
  @CsvSource({
    "🔕, unfollow #12",
    "❓, why #12",
    "❓\uFE0F, why #12",
    "3\uFE0F\u20E3, log #12",
    "3\u20E3, log #12",
  })
  void whoReactsWithAMarkSaysItsCommandToTheBot(String key, String command) throws Exception {
    assertThat(heardOf(reaction("$r", "@ann:x", "$reroll-card", key)))
        .containsExactly(
            new Incoming(
                FakeHomeserver.ROOM, "@ann:x", "$r", Optional.of("$reroll-card"), command, true));
  }

  @Test
  void aReactionToAnAnswerIsAnsweredInItsThread() throws Exception {
    server.has(
        "$answer",
        """
        {"sender":"%s","content":{"reroll.answers":{"🔔":"!follow #3"},
         "m.relates_to":{"rel_type":"m.thread","event_id":"$root"}}}
        """
            .formatted(FakeHomeserver.BOT));

    assertThat(heardOf(reaction("$r", "@ann:x", "$answer", "🔔")))
        .extracting(Incoming::text, said -> said.thread().orElse(""))
        .containsExactly(tuple("follow #3", "$root"));
  }

  @Test
  void theSameReactionIsHeardOnce() throws Exception {
    String press = reaction("$r", "@ann:x", "$reroll-card", "🔕");

    assertThat(heardOf(press, press)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "@ann:x, $reroll-card, 👍", // a reaction as any other
    "@ann:x, $reroll-card, 🔔", // a mark that this post does not have
    "@ann:x, $reroll-card, unfollow #12",
    "@ann:x, $reroll-card, ''",
    "@bot:fake.test, $reroll-card, 🔕", // its own
    "nobody, $reroll-card, 🔕",
    "@ann:x, $forged, 🔕", // a post of somebody who wrote the field himself
    "@ann:x, $odd, 🔕", // a command that is none
    "@ann:x, $gone, 🔕",
    "@ann:x, nowhere, 🔕",
  })
  void otherReactionsSayNothing(String sender, String target, String key) throws Exception {
    server.has(
        "$forged", "{\"sender\":\"@eve:x\",\"content\":{\"reroll.answers\":{\"🔕\":\"!leave\"}}}");
    server.has(
        "$odd",
        "{\"sender\":\""
            + FakeHomeserver.BOT
            + "\",\"content\":{\"reroll.answers\":{\"🔕\":[1]}}}");

    assertThat(heardOf(reaction("$r", sender, target, key))).isEmpty();
  }
}
