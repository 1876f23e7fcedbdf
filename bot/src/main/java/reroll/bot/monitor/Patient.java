package reroll.bot.monitor;

import java.io.IOException;
import reroll.bot.run.Vitals;

/** Whom the monitor looks at. Thread-safe. */
@FunctionalInterface
public interface Patient {
  /** How it is now; may take as long as it takes. */
  Vitals vitals() throws IOException, InterruptedException;
}
