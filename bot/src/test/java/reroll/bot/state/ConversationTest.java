package reroll.bot.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.Outbox;
import reroll.golden.Golden;

/** What people type and what they get, as one text: read conversation.md. */
class ConversationTest {
  private static final List<String> LINES =
      List.of(
          "!help",
          "!help digest",
          "!help nonsense",
          "!lists",
          "!status",
          "!digest",
          "!digest harbor 30d",
          "!digest harbour 7d",
          "!digest harbor yesterday-ish",
          "!digest harbor 2026-03-20..2026-03-10",
          "!series",
          "!series read-ahead",
          "!series tide",
          "!series #4",
          "!series 999",
          "!series 20260303-tide-readahead-v1-0-7c19e04ab5d2@northwind.example",
          "!series"
              + " https://lists.harbor.example/harbor-devel/20260303-tide-readahead-v1-0-7c19e04ab5d2@northwind.example/",
          "!series no such words",
          "!diff",
          "!diff #1 v1..v9",
          "!diff bell v1..v1",
          "!reviews",
          "!reviews #1",
          "!reviews bell",
          "!state",
          "!state #1",
          "!state lantern",
          "!state alloc",
          "!pending",
          "!pending harbor 30d",
          "!pending nonsense",
          "!why",
          "!why #1",
          "!why bell",
          "!link",
          "!link bell lantern",
          "!link #1 #2",
          "!why #1",
          "!unlink #1 v1",
          "!version",
          "!version #3 9",
          "!links",
          "!unlink #2 v1",
          "!unlink 20260311045512.1188-1-owen.makoa@example.com",
          "!links",
          "!follow",
          "!follow page cache read-ahead",
          "!follow #1",
          "!follow tide",
          "!FOLLOW bell",
          "!following",
          "!unfollow #2",
          "!unfollow bell",
          "!unfollow all",
          "!following",
          "!follow author:ann path:tide/**",
          "!follow autor:ann",
          "!subscribe",
          "!subscribe harbor -kind:stable,bots",
          "!subscribe harbor kind:rcf",
          "!subscriptions",
          "!filter test harbor author:ann 30d",
          "!filter test",
          "!mute tide",
          "!mute bell",
          "!following",
          "!why bell",
          "!unsubscribe harbor",
          "!unmute bell",
          "!unfollow author:ann path:tide/**",
          "!digst harbor",
          "!xyzzy",
          "!",
          "! help",
          "!follow \"page cache",
          "!series @room <!channel> *bold* [x](http://evil.example)");

  private final BotState state = Story.newState();
  private final StringBuilder text = new StringBuilder();
  private Instant now = Story.START;

  @Test
  void everyCommandIsAnsweredInWordsThatHelp() {
    backlog();
    for (String line : LINES) {
      say(line);
    }
    Golden.besides(ConversationTest.class).check("conversation.md", text.toString());
  }

  private void backlog() {
    for (Input input : Story.inputs()) {
      if (input instanceof Input.MailCame came && came.batch().list().equals(Story.LIST)) {
        state.apply(input);
        now = came.at().plus(Duration.ofMinutes(1));
      }
    }
  }

  private void say(String line) {
    now = now.plusSeconds(10);
    String event = "line-" + now.getEpochSecond();
    List<SourceHealth> health =
        List.of(new SourceHealth(Story.LIST, Optional.of(now), Optional.empty(), Optional.empty()));
    state.apply(new Input.Said(now, "room", "Ann", event, Optional.empty(), line, false, health));
    text.append("> ").append(line).append("\n\n");
    for (Outbox.Owed owed : state.outbox().owed()) {
      text.append(owed.post().text().markdown()).append("\n\n");
      state.outbox().sent(owed.post().id());
    }
  }
}
