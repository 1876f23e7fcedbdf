package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.Synapse;
import tools.jackson.databind.JsonNode;

/** Against a real Synapse; a second client, matrix-nio, looks at the result. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixRealIT {
  private Path folder;
  private Synapse synapse;
  private MatrixPerson ann;
  private MatrixPerson bot;
  private int number;

  @BeforeAll
  void startServer(@TempDir Path given) {
    folder = given;
    Awaitility.setDefaultTimeout(Duration.ofSeconds(10));
    synapse = Synapse.withoutLimits(folder);
    ann = synapse.person("ann");
    bot = synapse.person("reroll");
  }

  @AfterAll
  void stopServer() {
    synapse.close();
  }

  private MatrixLab bot(String rooms, String inviters) {
    return MatrixLab.started(
        MatrixLab.settings(synapse.url(), bot.token(), rooms, inviters), freshFolder());
  }

  private Path freshFolder() {
    return folder.resolve("bot" + number++);
  }

  private void awaitIn(MatrixPerson who, String room) {
    await().until(() -> ann.members(room).contains(who.id()));
  }

  @Test
  void commandsComeFromRoomsThreadsMentionsAndTalksForTwoAndHistoryIsLeftAlone() {
    String room = ann.makeOpenRoom("commands");
    ann.invite(room, synapse.person("bystander").id());
    ann.say(room, "!before");
    try (MatrixLab lab = bot("#commands:reroll.test", ann.id())) {
      awaitIn(bot, room);
      String direct = ann.makeDirectRoom(bot.id());
      awaitIn(bot, direct);
      String root = ann.say(room, "!one");
      ann.send(
          room,
          Map.of(
              "msgtype",
              "m.text",
              "body",
              "!two",
              "m.relates_to",
              Map.of("rel_type", "m.thread", "event_id", root)));
      ann.send(
          room,
          Map.of(
              "msgtype", "m.text",
              "body", "reroll: three",
              "m.mentions", Map.of("user_ids", List.of(bot.id()))));
      ann.send(room, Map.of("msgtype", "m.notice", "body", "!never"));
      ann.send(
          room,
          Map.of(
              "msgtype",
              "m.text",
              "body",
              "* !edited",
              "m.new_content",
              Map.of("msgtype", "m.text", "body", "!edited"),
              "m.relates_to",
              Map.of("rel_type", "m.replace", "event_id", root)));
      ann.say(direct, "four");
      await().until(() -> lab.heard.size() >= 4);

      assertThat(lab.texts()).containsExactlyInAnyOrder("!one", "!two", "three", "four");
      Incoming two = said(lab, "!two");
      assertThat(two.thread()).contains(root);
      assertThat(two.channel()).isEqualTo(room);
      assertThat(two.direct()).isFalse();
      assertThat(said(lab, "three").direct()).isTrue();
      assertThat(said(lab, "four").direct()).isTrue();
    }
  }

  private static Incoming said(MatrixLab lab, String text) {
    return lab.heard.stream().filter(each -> each.text().equals(text)).findFirst().orElseThrow();
  }

  @Test
  void postsAreSeenOnceInOrderThreadedEditedAndWithTheirFile() throws Exception {
    String room = ann.makeOpenRoom("posts");
    try (MatrixLab lab = bot("#posts:reroll.test", "")) {
      awaitIn(bot, room);
      String card = lab.deliver(MatrixLab.post("k1", room, "**v1** of <b>x</b> @room"));
      String same = lab.chat.send(MatrixLab.post("k1", room, "**v1** of x"));
      lab.deliver(MatrixLab.answer("k2", room, card, "- a\n- b"));
      Outgoing file =
          MatrixLab.withFile(MatrixLab.post("k3", room, "digest"), "digest.txt", "long\n");
      String digest = lab.deliver(file);
      lab.chat.edit(card, MatrixLab.post("k4", room, "**v2** of x"));
      lab.chat.edit(card, MatrixLab.post("k4", room, "**v2** of x"));

      assertThat(same).isEqualTo(card);
      List<JsonNode> seen = mine(ann.readWithNio(room));
      assertThat(bodies(seen)).containsExactly("v2 of x", "- a\n- b", "digest", "digest.txt");
      assertThat(seen.get(0).path("edits").intValue(0)).isEqualTo(1);
      assertThat(threads(seen)).containsExactly("", card, "", digest);
      assertThat(seen.get(3).path("url").stringValue("")).startsWith("mxc://");
      assertThat(seen).allMatch(each -> each.path("mentions").isEmpty());
      assertThat(seen).allMatch(each -> !each.path("mentions").isMissingNode());
      assertThat(seen).noneMatch(each -> each.path("kind").stringValue("").endsWith("Text"));
      assertThat(lab.chat.find(room, "k3")).contains(digest);
      assertThat(lab.chat.find(room, "k9")).isEmpty();
    }
  }

  @Test
  void aPostOfManyPartsThatBrokeOffIsFinishedWithoutADouble() throws Exception {
    String room = ann.makeOpenRoom("parts");
    String text = "one line of text, some words long, number of it unknown\n\n".repeat(3_000);
    Outgoing post = MatrixLab.post("long", room, text);
    try (MatrixLab lab = bot("#parts:reroll.test", "")) {
      awaitIn(bot, room);
      lab.deliver(post);
    }
    int parts = bot.messagesOf(bot.id(), room).size();
    assertThat(parts).isGreaterThan(5);
    try (MatrixLab again = bot("#parts:reroll.test", "")) {
      assertThat(again.chat.find(room, "long")).isPresent();
    }
    assertThat(bot.messagesOf(bot.id(), room)).hasSize(parts);
    List<JsonNode> seen = mine(ann.readWithNio(room));
    String root = seen.get(0).path("id").stringValue("");
    assertThat(threads(seen.subList(1, parts))).containsOnly(root);
  }

  @Test
  void anEncryptedRoomIsToldOnceAndNothingElseIsPostedThere() throws Exception {
    String room = ann.makeOpenRoom("secret");
    ann.setState(room, "m.room.encryption", Map.of("algorithm", "m.megolm.v1.aes-sha2"));
    for (int start = 0; start < 2; start++) {
      try (MatrixLab lab = bot("#secret:reroll.test", "")) {
        await().until(() -> !lab.chat.troubles().isEmpty());
        assertThat(lab.chat.troubles())
            .containsExactly(
                "#secret:reroll.test is encrypted, and I can neither read nor write there");
        await().until(() -> bot.messagesOf(bot.id(), room).size() == 1);
        ConnectorException refused =
            catchThrowableOfType(
                ConnectorException.class, () -> lab.chat.send(MatrixLab.post("k", room, "x")));
        assertThat(refused.outcome()).isEqualTo(ConnectorException.Outcome.REJECTED);
      }
    }
    assertThat(bot.messagesOf(bot.id(), room)).hasSize(1);
  }

  @Test
  void onlyThoseWhoMayInviteItAndOnRequestItGoes() {
    MatrixPerson eve = synapse.person("eve");
    try (MatrixLab lab = bot("", ann.id())) {
      String hers = eve.makeDirectRoom(bot.id());
      String ours = ann.makeRoom(Map.of("preset", "private_chat", "invite", List.of(bot.id())));
      awaitIn(bot, ours);
      await().until(() -> eve.membership(hers, bot.id()).equals("leave"));
      ann.say(ours, "!leave");
      await().until(() -> !ann.members(ours).contains(bot.id()));
      assertThat(lab.heard).isEmpty();
    }
  }

  @Test
  void aRoomThatMovesIsFollowedAndKeepsItsName() throws Exception {
    String room = ann.makeOpenRoom("moving");
    try (MatrixLab lab = bot("#moving:reroll.test", "")) {
      awaitIn(bot, room);
      String card = lab.deliver(MatrixLab.post("card", room, "v1 of x"));
      String next = ann.upgrade(room);
      awaitIn(bot, next);
      ann.say(next, "!here");
      await().until(() -> lab.texts().contains("!here"));
      lab.deliver(MatrixLab.post("k", room, "there"));

      assertThat(said(lab, "!here").channel()).isEqualTo(room);
      assertThat(bot.messagesOf(bot.id(), next)).hasSize(1);
      ConnectorException left =
          catchThrowableOfType(
              ConnectorException.class,
              () -> lab.chat.edit(card, MatrixLab.post("edit", room, "v1 of x, applied")));
      assertThat(left.outcome()).isEqualTo(ConnectorException.Outcome.REJECTED);
      lab.deliver(MatrixLab.answer("below", room, card, "v2 is out"));
      assertThat(bodies(mine(ann.readWithNio(next)))).containsExactly("there", "v2 is out");
    }
  }

  @Test
  void whoIsPutOutSaysSoToTheOperatorsOnce() throws Exception {
    String room = ann.makeOpenRoom("strict");
    String operators = ann.makeOpenRoom("operators");
    MatrixSettings settings =
        MatrixLab.settings(synapse.url(), bot.token(), "#strict:reroll.test", "");
    Path place = freshFolder();
    MatrixSettings watched = MatrixLab.withOperators(settings, "#operators:reroll.test");
    try (MatrixLab lab = MatrixLab.started(watched, place)) {
      awaitIn(bot, room);
      awaitIn(bot, operators);
      ann.kick(room, bot.id(), "too loud");
      await().until(() -> !bot.messagesOf(bot.id(), operators).isEmpty());
      assertThat(lab.chat.troubles())
          .containsExactly("I was put out of #strict:reroll.test by @ann:reroll.test (too loud)");
      ConnectorException refused =
          catchThrowableOfType(
              ConnectorException.class, () -> lab.chat.send(MatrixLab.post("k", room, "x")));
      assertThat(refused.outcome()).isEqualTo(ConnectorException.Outcome.REJECTED);
      assertThat(lab.chat.find(room, "k")).isEmpty();
    }
  }

  @Test
  void aRevokedTokenIsSaidPlainlyAndNothingIsLost() throws Exception {
    MatrixPerson other = synapse.person("revoked");
    String room = ann.makeOpenRoom("revoked");
    MatrixSettings settings =
        MatrixLab.settings(synapse.url(), other.token(), "#revoked:reroll.test", "");
    try (MatrixLab lab = MatrixLab.started(settings, freshFolder())) {
      awaitIn(other, room);
      other.logOut();
      ConnectorException refused =
          catchThrowableOfType(
              ConnectorException.class, () -> lab.chat.send(MatrixLab.post("k", room, "x")));
      assertThat(refused.outcome()).isEqualTo(ConnectorException.Outcome.NOT_SENT);
      assertThat(lab.chat.troubles().get(0)).contains("put a new one where the configuration says");
    }
  }

  @Test
  void whoMadeARoomOfVersion12MayPostInIt() throws Exception {
    Map<String, Object> silent = Map.of("events_default", 50);
    String own = bot.makeRoom(Map.of("room_version", "12", "power_level_content_override", silent));
    String given =
        ann.makeRoom(
            Map.of(
                "room_version",
                "12",
                "preset",
                "public_chat",
                "creation_content",
                Map.of("additional_creators", List.of(bot.id())),
                "power_level_content_override",
                silent));
    String foreign =
        ann.makeRoom(
            Map.of(
                "room_version", "12",
                "preset", "public_chat",
                "power_level_content_override", silent));
    bot.join(given);
    bot.join(foreign);
    MatrixSettings settings =
        MatrixLab.settings(synapse.url(), bot.token(), own + " " + given + " " + foreign, "");
    try (MatrixLab lab = MatrixLab.of(settings, freshFolder())) {
      assertThat(lab.chat.check())
          .extracting(ChatPlatform.Finding::good)
          .containsExactly(true, true, true, true, false);
      lab.deliver(MatrixLab.post("k1", own, "x"));
      lab.deliver(MatrixLab.post("k2", given, "x"));
    }
  }

  @Test
  void aPasswordLogsInOnceAndTheTokenIsKeptAndRenewed() throws Exception {
    MatrixPerson other = synapse.person("word");
    String room = ann.makeOpenRoom("word");
    other.join(room);
    MatrixSettings settings = MatrixLab.withPassword(synapse.url(), other.id(), Synapse.PASSWORD);
    Path place = freshFolder();
    for (int start = 0; start < 3; start++) {
      try (MatrixLab lab = MatrixLab.of(settings, place)) {
        lab.deliver(MatrixLab.post("k" + start, room, "x"));
      }
    }
    assertThat(other.messagesOf(other.id(), room)).hasSize(3);
  }

  @Test
  void theCheckTellsWhatIsAndWhatIsNot() throws Exception {
    String open = ann.makeOpenRoom("checked");
    bot.join(open);
    String silent =
        ann.makeRoom(
            Map.of(
                "preset", "public_chat",
                "room_alias_name", "silent",
                "power_level_content_override", Map.of("events_default", 50)));
    bot.join(silent);
    String rooms = "#checked:reroll.test #silent:reroll.test #nowhere:reroll.test";
    MatrixSettings settings = MatrixLab.settings(synapse.url(), bot.token(), rooms, "");
    try (MatrixLab lab = MatrixLab.of(settings, freshFolder())) {
      assertThat(lab.chat.check())
          .extracting(finding -> (finding.good() ? "+ " : "- ") + finding.text())
          .containsExactly(
              "+ the homeserver at " + synapse.url() + " answers",
              "+ the account @reroll:reroll.test is let in",
              "+ it is in #checked:reroll.test and may post there",
              "- it is in #silent:reroll.test, but may not post there: raise its power level",
              "- the homeserver does not know the room #nowhere:reroll.test: status 404"
                  + " M_NOT_FOUND (Room alias #nowhere:reroll.test not found)");
    }
  }

  @Test
  void twoBotsInARoomDoNotTalkToEachOther() throws Exception {
    MatrixPerson second = synapse.person("second");
    String room = ann.makeOpenRoom("two");
    MatrixSettings settings =
        MatrixLab.settings(synapse.url(), second.token(), "#two:reroll.test", "");
    try (MatrixLab one = bot("#two:reroll.test", "");
        MatrixLab two = MatrixLab.started(settings, freshFolder())) {
      awaitIn(bot, room);
      awaitIn(second, room);
      one.deliver(MatrixLab.post("k", room, "!status"));
      two.deliver(MatrixLab.post("k", room, "!status"));
      ann.say(room, "!status");
      await().until(() -> one.heard.size() == 1 && two.heard.size() == 1);
      ann.say(room, "!end");
      await().until(() -> one.heard.size() == 2 && two.heard.size() == 2);
    }
  }

  private List<JsonNode> mine(List<JsonNode> all) {
    return all.stream()
        .filter(each -> each.path("sender").stringValue("").equals(bot.id()))
        .toList();
  }

  private static List<String> bodies(List<JsonNode> messages) {
    return messages.stream().map(each -> each.path("body").stringValue("")).toList();
  }

  private static List<String> threads(List<JsonNode> messages) {
    return new ArrayList<>(
        messages.stream().map(each -> each.path("thread").stringValue("")).toList());
  }
}
