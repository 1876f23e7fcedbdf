package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reroll.bot.command.ListInfo;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;

/** A bot that lives as long as it takes to answer a question on a list called pond. */
final class OneQuestion {
  private OneQuestion() {}

  /** The one answer to a question that is asked when the list is read. */
  static String answered(String question, FakeArchive list, RecordingChat room, Path folder)
      throws Exception {
    ListInfo info = new ListInfo("pond", "", Optional.empty());
    BotSetup setup =
        new BotSetup(
            folder.resolve("state"),
            new RealDisk(),
            Clock.systemUTC(),
            new StateSettings(List.of(info), ZoneOffset.UTC, 10_000, StateSettings.DEFAULT_QUIET),
            List.of(new WatchedList(info, list, Duration.ofDays(1), Optional.empty())),
            Optional.empty(),
            Duration.ofMinutes(10),
            true,
            reading -> {});
    try (Bot bot = Bot.start(setup, room)) {
      bot.awaitFirstLook();
      room.say("e1", question);
      bot.awaitDelivered();
    }
    assertThat(room.texts()).hasSize(1);
    return room.texts().get(0);
  }
}
