package reroll.bot.state;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reroll.bot.delivery.DeadLetters;
import reroll.bot.delivery.PostId;

/** What can be done with the posts that a saved state owes, while no bot sends them. */
public final class OutboxCare {
  private final Path folder;
  private final Disk disk;
  private final StateSettings settings;
  private final Clock clock;

  /**
   * @param settings of the bot whose state it is
   */
  public OutboxCare(Path folder, Disk disk, StateSettings settings, Clock clock) {
    this.folder = folder;
    this.disk = disk;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What is owed, and what no chat would take.
   *
   * @param waiting how many posts wait for each channel
   * @param letters oldest first
   */
  public record Content(Map<String, Long> waiting, List<DeadLetters.Letter> letters) {}

  /**
   * Looks, and changes nothing; a bot may be at work on the state.
   *
   * @throws IOException if there is no state, or it cannot be taken up
   */
  public Content look() throws IOException {
    StateCopy copy = StateCopy.take(folder, disk);
    if (copy.files().isEmpty()) {
      throw new IOException(folder + " holds no state");
    }
    BotState state = StateFolder.loaded(folder, copy, settings);
    return new Content(
        state.outbox().owed().stream()
            .collect(
                Collectors.groupingBy(
                    owed -> owed.post().channel(), TreeMap::new, Collectors.counting())),
        List.copyOf(state.outbox().deadLetters().all()));
  }

  /**
   * Owes dead letters anew: the bot sends them from its next start on.
   *
   * @return how many there are that had room among the posts that wait
   * @throws IOException if a bot is at work on the state, or it cannot be saved; nothing was
   *     changed
   */
  public int retry(Set<PostId> posts) throws IOException {
    return change(new Input.Retried(clock.instant(), posts));
  }

  /**
   * Forgets dead letters.
   *
   * @return how many there were
   * @throws IOException if a bot is at work on the state, or it cannot be saved; nothing was
   *     changed
   */
  public int drop(Set<PostId> posts) throws IOException {
    return change(new Input.Forgotten(clock.instant(), posts));
  }

  private int change(Input input) throws IOException {
    try (StateFolder files = StateFolder.open(folder, disk)) {
      BotState state = files.load(() -> new BotState(settings));
      int before = state.outbox().deadLetters().size();
      files.add(state.inputs() + 1, List.of(input));
      state.apply(input);
      files.save(state);
      return before - state.outbox().deadLetters().size();
    }
  }
}
