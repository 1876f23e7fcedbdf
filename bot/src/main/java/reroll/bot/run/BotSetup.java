package reroll.bot.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import reroll.bot.intake.FirstReading;
import reroll.bot.state.Disk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveLookup;

/**
 * All that a bot is made of but its chat. Immutable.
 *
 * @param lookup is asked for what the lists did not bring; empty where nobody is
 * @param saveEvery how often a snapshot is written
 * @param answersWhenRead whether questions wait until every list was looked at once: in a pipe they
 *     come before the first mail is read
 * @param progress is told how the first reading of a list goes, on the list's own thread; must not
 *     block
 * @param reload is told that somebody asks for the configuration to be read again; must not block,
 *     and answers later with {@link Bot#reloaded}. Empty where there is none to be read
 */
public record BotSetup(
    Path stateFolder,
    Disk disk,
    Clock clock,
    StateSettings settings,
    List<WatchedList> lists,
    Optional<ArchiveLookup> lookup,
    Duration saveEvery,
    boolean answersWhenRead,
    Consumer<FirstReading> progress,
    Optional<Runnable> reload) {
  public BotSetup {
    lists = List.copyOf(lists);
  }

  /** Without a configuration that can be read again. */
  public BotSetup(
      Path stateFolder,
      Disk disk,
      Clock clock,
      StateSettings settings,
      List<WatchedList> lists,
      Optional<ArchiveLookup> lookup,
      Duration saveEvery,
      boolean answersWhenRead,
      Consumer<FirstReading> progress) {
    this(
        stateFolder,
        disk,
        clock,
        settings,
        lists,
        lookup,
        saveEvery,
        answersWhenRead,
        progress,
        Optional.empty());
  }
}
