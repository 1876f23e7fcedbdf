package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.chat.Incoming;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.Synapse;

/** What people say and press while the bot is there and while it is away, at a real Synapse. */
class MatrixHearingRealIT {
  @TempDir private Path folder;

  private Synapse synapse;
  private MatrixPerson ann;
  private MatrixPerson bot;

  @BeforeEach
  void startServer() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    synapse = Synapse.withoutLimits(folder);
    ann = synapse.person("ann");
    bot = synapse.person("reroll");
  }

  @AfterEach
  void stopServer() {
    synapse.close();
  }

  private void awaitIn(MatrixPerson who, String room) {
    await().until(() -> ann.members(room).contains(who.id()));
  }

  @Test
  void whatIsSaidWhileItIsAwayIsHeardOnceAndInOrder() {
    String room = ann.makeOpenRoom("away");
    MatrixSettings settings =
        MatrixLab.settings(synapse.url(), bot.token(), "#away:reroll.test", "");
    Path place = folder.resolve("away");
    try (MatrixLab lab = MatrixLab.started(settings, place)) {
      ann.say(room, "!before");
      awaitIn(bot, room);
      ann.say(room, "!first");
      await().until(() -> lab.texts().equals(List.of("!first")));
    }
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < 120; i++) { // more than two syncs hold
      wanted.add("!away " + i);
      ann.say(room, "!away " + i);
    }
    try (MatrixLab back = MatrixLab.started(settings, place)) {
      await().until(() -> back.heard.size() >= wanted.size());
      assertThat(back.texts()).isEqualTo(wanted);
    }
    try (MatrixLab again = MatrixLab.started(settings, place)) {
      ann.say(room, "!end");
      await().until(() -> again.texts().contains("!end"));
      assertThat(again.texts()).containsExactly("!end");
    }
  }

  @Test
  void whoReactsToACardSaysItsCommand() throws Exception {
    String room = ann.makeOpenRoom("reactions");
    MatrixSettings settings =
        MatrixLab.settings(synapse.url(), bot.token(), "#reactions:reroll.test", "");
    try (MatrixLab lab = MatrixLab.started(settings, folder.resolve("reactions"))) {
      awaitIn(bot, room);
      String card =
          lab.deliver(MatrixLab.post("card", room, "v2 of x\n\n`!unfollow #12` `!why #12`"));
      ann.react(room, ann.say(room, "talk"), "🔕");
      ann.react(room, card, "👍");
      String press = ann.react(room, card, "🔕");
      await().until(() -> lab.texts().contains("unfollow #12"));

      assertThat(lab.texts()).containsExactly("talk", "unfollow #12");
      Incoming pressed = lab.heard.get(1);
      assertThat(pressed.user()).isEqualTo(ann.id());
      assertThat(pressed.eventId()).isEqualTo(press);
      assertThat(pressed.thread()).contains(card);
    }
  }
}
