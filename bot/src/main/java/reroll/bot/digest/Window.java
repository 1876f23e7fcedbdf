package reroll.bot.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import reroll.bot.series.Arrival;

/**
 * A half-open stretch [from, to) of a list's arrivals. Immutable.
 *
 * @param from the first moment that lies inside
 * @param to the first moment that lies behind
 * @param refs where not empty, exactly these entries of the archive lie inside, whatever the time
 * @param fromName the archive's name for the last entry before it; else the time
 * @param toName the archive's name for the last entry in it; else the time
 * @param zone of the days and hours that are shown
 */
public record Window(
    Instant from, Instant to, Set<String> refs, String fromName, String toName, ZoneId zone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** How much of a commit's name is shown. */
  private static final int NAME_DIGITS = 9;

  public Window {
    refs = Set.copyOf(refs);
  }

  /** A window over time. */
  public static Window between(Instant from, Instant to, ZoneId zone) {
    return new Window(from, to, Set.of(), text(from, zone), text(to, zone), zone);
  }

  public boolean holds(Arrival arrival) {
    return holds(arrival.ref(), arrival.at());
  }

  /** Whether an entry of the archive lies inside. */
  public boolean holds(String ref, Instant at) {
    return refs.isEmpty() ? !at.isBefore(from) && at.isBefore(to) : refs.contains(ref);
  }

  /** The same window, with the archive's names for its ends. */
  public Window named(String fromRef, String toRef) {
    return new Window(from, to, refs, shortName(fromRef), shortName(toRef), zone);
  }

  /** {@code 2026-03-02 09:00 to 2026-03-03 09:00 Europe/Berlin}. */
  public String period() {
    String name = zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return text(from, zone) + " to " + text(to, zone) + " " + name;
  }

  /** What people call an entry: nine digits of a commit, without its epoch. */
  public static String shortName(String ref) {
    String name = ref.substring(ref.lastIndexOf('/') + 1);
    boolean commit = name.length() > NAME_DIGITS && name.matches("[0-9a-f]+");
    return commit ? name.substring(0, NAME_DIGITS) : name;
  }

  private static String text(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }
}
