package reroll.bot.cli;

import java.io.IOException;
import java.util.Optional;
import reroll.bot.config.MonitorConfig;
import reroll.bot.monitor.Monitor;
import reroll.bot.run.Bot;

/** The monitor of a process, where the configuration has one. */
final class Watching implements AutoCloseable {
  private final Optional<Monitor> monitor;

  private Watching(Optional<Monitor> monitor) {
    this.monitor = monitor;
  }

  /** Listens from now on, where it is to. */
  static Watching as(Optional<MonitorConfig> wanted) throws IOException {
    if (wanted.isEmpty()) {
      return new Watching(Optional.empty());
    }
    MonitorConfig place = wanted.get();
    return new Watching(
        Optional.of(Monitor.open(place.address(), place.port(), ProgramVersion.number())));
  }

  void of(Bot bot) {
    monitor.ifPresent(watching -> watching.watch(bot::vitals));
  }

  @Override
  public void close() {
    monitor.ifPresent(Monitor::close);
  }
}
