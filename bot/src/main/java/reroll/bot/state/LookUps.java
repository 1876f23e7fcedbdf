package reroll.bot.state;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Revisions of which something is missing that an archive may be asked for, and those for which one
 * was asked. State thread only.
 */
public final class LookUps {
  /** Servers are asked about once a second; what waits for longer than minutes is old news. */
  static final int MAX_WANTED = 500;

  /** Nothing is asked for twice; a revision older than so many others misses nothing any more. */
  static final int MAX_ASKED = 20_000;

  /** Stands where the name of a list would: no list can be called so. */
  public static final String LIST = "*";

  private final Set<Long> wanted = new LinkedHashSet<>();
  private final Set<Long> asked = new LinkedHashSet<>();

  /** Asks for what is missing of a revision, unless that was done before. */
  void want(long revision) {
    if (!asked.contains(revision) && wanted.add(revision)) {
      forgetOldest(wanted, MAX_WANTED);
    }
  }

  /** What was asked first, and is still to be answered. */
  public Optional<Long> next() {
    return wanted.stream().findFirst();
  }

  void answered(long revision) {
    wanted.remove(revision);
    asked.add(revision);
    forgetOldest(asked, MAX_ASKED);
  }

  private static void forgetOldest(Set<Long> numbers, int most) {
    Iterator<Long> oldest = numbers.iterator();
    for (int left = numbers.size(); left > most; left--) {
      oldest.next();
      oldest.remove();
    }
  }

  /** As it is saved. */
  record Saved(List<Long> wanted, List<Long> asked) {}

  Saved save() {
    return new Saved(List.copyOf(wanted), List.copyOf(asked));
  }

  void restore(Saved saved) {
    wanted.addAll(saved.wanted());
    asked.addAll(saved.asked());
  }
}
