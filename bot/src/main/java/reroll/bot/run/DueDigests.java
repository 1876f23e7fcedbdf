package reroll.bot.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reroll.bot.command.SourceHealth;

/**
 * Whether digests that are due can be made: their lists have been looked at since, or cannot be
 * read at all. After a downtime the mail of that time is read first. Immutable.
 *
 * @param started when the bot did
 * @param lists how many are read
 */
record DueDigests(Instant started, int lists) {
  /** A look at an archive that takes longer is not waited for. */
  static final Duration PATIENCE = Duration.ofMinutes(30);

  /**
   * Whether it is time.
   *
   * @param due when the first of them was
   * @param health of the lists, how it is now
   */
  boolean canBeMade(Instant due, Instant now, List<SourceHealth> health) {
    Instant noticed = due.isAfter(started) ? due : started;
    boolean waitedLong = !now.isBefore(noticed.plus(PATIENCE));
    boolean looked =
        health.size() >= lists && health.stream().allMatch(each -> isSettled(each, due));
    return !due.isAfter(now) && (waitedLong || looked);
  }

  private static boolean isSettled(SourceHealth health, Instant due) {
    return health.failing().isPresent()
        || health.lastSuccess().filter(at -> !at.isBefore(due)).isPresent();
  }
}
