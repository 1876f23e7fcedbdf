package reroll.bot.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import reroll.bot.intake.FirstReading;

/** First readings as lines at the foot of a terminal, one a list, while they last. Thread-safe. */
final class ReadingsAtFoot implements Consumer<FirstReading> {
  /** A terminal has not room for all of fifty lists. */
  private static final int MAX_LINES = 5;

  private final Consumer<List<String>> foot;

  /** By list. Guarded by this. */
  private final Map<String, FirstReading> going = new TreeMap<>();

  ReadingsAtFoot(Consumer<List<String>> foot) {
    this.foot = foot;
  }

  @Override
  public synchronized void accept(FirstReading reading) {
    boolean wasShown = going.remove(reading.list()) != null;
    if (!reading.over()) {
      going.put(reading.list(), reading);
    }
    if (wasShown || !reading.over()) {
      foot.accept(going.values().stream().limit(MAX_LINES).map(FirstReading::line).toList());
    }
  }
}
