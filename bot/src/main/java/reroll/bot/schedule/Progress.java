package reroll.bot.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reroll.bot.series.Arrival;

/**
 * Up to where a schedule has told. Immutable.
 *
 * @param name of the schedule
 * @param reached the end of its last window, where the next begins
 * @param late mails that came in only then and had arrived before; the next window has them, too
 */
public record Progress(String name, Instant reached, List<Arrival> late) {
  /** Of more the oldest give way. */
  static final int MAX_LATE = 2_000;

  public Progress {
    late = List.copyOf(late);
  }

  static Progress at(String name, Instant reached) {
    return new Progress(name, reached, List.of());
  }

  Progress with(Arrival latecomer) {
    List<Arrival> more = new ArrayList<>(late);
    more.add(latecomer);
    int old = Math.max(0, more.size() - MAX_LATE);
    return new Progress(name, reached, more.subList(old, more.size()));
  }
}
