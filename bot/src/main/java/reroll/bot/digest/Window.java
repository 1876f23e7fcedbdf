package reroll.bot.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import reroll.bot.series.Arrival;

/**
 * A half-open stretch [from, to) of a list's arrivals. Immutable.
 *
 * @param from the first moment that lies inside
 * @param to the first moment that lies behind
 * @param refs where not empty, exactly these entries of the archive lie inside, whatever the time
 * @param late mails that lie inside though they had arrived before: they came in too late for the
 *     window to which they belong
 * @param fromName the archive's name for the last entry before it; else the time
 * @param toName the archive's name for the last entry in it; else the time
 * @param zone of the days and hours that are shown
 */
public record Window(
    Instant from,
    Instant to,
    Set<String> refs,
    Set<Arrival> late,
    String fromName,
    String toName,
    ZoneId zone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** How much of a commit's name is shown. */
  private static final int NAME_DIGITS = 9;

  /** As archives in git name their entries: the beginning of a commit's name, or all of it. */
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{16,40}");

  public Window {
    refs = Set.copyOf(refs);
    late = Set.copyOf(late);
  }

  /** A window over time. */
  public static Window between(Instant from, Instant to, ZoneId zone) {
    return new Window(
        from,
        to,
        Set.of(),
        Set.of(),
        text(from, zone),
        text(to, zone) + " " + zoneName(zone),
        zone);
  }

  /** The same window, with latecomers. */
  public Window with(Collection<Arrival> latecomers) {
    return new Window(from, to, refs, Set.copyOf(latecomers), fromName, toName, zone);
  }

  public boolean holds(Arrival arrival) {
    return holds(arrival.ref(), arrival.at()) || late.contains(arrival);
  }

  /** Whether an entry of the archive lies inside. */
  public boolean holds(String ref, Instant at) {
    return refs.isEmpty() ? !at.isBefore(from) && at.isBefore(to) : refs.contains(ref);
  }

  /** Whether something that happened at a moment happened inside. */
  boolean holds(Instant moment) {
    return (!moment.isBefore(from) && moment.isBefore(to))
        || late.stream().anyMatch(arrival -> arrival.at().equals(moment));
  }

  /** Whether it begins before a moment, by a minute or more. */
  public boolean isBefore(Instant moment) {
    return from.plus(Duration.ofMinutes(1)).isBefore(moment);
  }

  /** A moment as people in the window's zone write it. */
  public String minute(Instant moment) {
    return minute(moment, zone);
  }

  /** A moment as people in a zone write it, with the zone. */
  public static String minute(Instant moment, ZoneId zone) {
    return text(moment, zone) + " " + zoneName(zone);
  }

  /** Whether it begins behind an arrival. */
  boolean isAfter(Arrival arrival) {
    return !holds(arrival) && arrival.at().isBefore(to);
  }

  /**
   * The same window, with the archive's names for its ends where these are commits; a place in a
   * file says less than the time.
   */
  public Window named(String fromRef, String toRef) {
    return isCommit(fromRef) && isCommit(toRef)
        ? new Window(from, to, refs, late, shortName(fromRef), shortName(toRef), zone)
        : this;
  }

  private static boolean isCommit(String ref) {
    return COMMIT.matcher(ref.substring(ref.lastIndexOf('/') + 1)).matches();
  }

  /** {@code 2026-03-02 09:00 to 2026-03-03 09:00 Europe/Berlin}. */
  public String period() {
    return text(from, zone) + " to " + text(to, zone) + " " + zoneName(zone);
  }

  /** Its first and its last day. */
  public String days() {
    return day(from) + " " + day(to);
  }

  private String day(Instant moment) {
    return moment.atZone(zone).toLocalDate().toString();
  }

  /** A zone as people know it. */
  public static String zoneName(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /** What people call an entry: nine digits of a commit, without its epoch. */
  public static String shortName(String ref) {
    String name = ref.substring(ref.lastIndexOf('/') + 1);
    return isCommit(ref) ? name.substring(0, NAME_DIGITS) : name;
  }

  private static String text(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }
}
