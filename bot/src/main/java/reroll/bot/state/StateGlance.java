package reroll.bot.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is saved about lists, for somebody who only wants to know. Stateless. */
public final class StateGlance {
  private StateGlance() {}

  /**
   * How far each list was read when the bot last ran.
   *
   * @return empty where no bot ever ran on the folder
   * @throws IOException if a bot runs on it now, or what is saved cannot be taken up; the message
   *     is for the user
   */
  public static List<ListState> lists(Path folder, Disk disk, StateSettings settings)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    BotState state = StateFolder.loaded(folder, disk, settings);
    return settings.lists().stream()
        .map(list -> state.list(list.name()))
        .filter(list -> !list.cursor().isStart())
        .toList();
  }
}
