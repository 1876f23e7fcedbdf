package reroll.bot.digest;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The calendars of all channels. Immutable.
 *
 * @param usual where nothing else is said
 * @param zones of channels that have their own
 */
public record Calendars(Calendar usual, Map<String, ZoneId> zones) {
  public Calendars {
    zones = Map.copyOf(zones);
  }

  /** One for all channels. */
  public static Calendars of(ZoneId zone) {
    return new Calendars(Calendar.of(zone), Map.of());
  }

  public Calendar of(String channel) {
    return Optional.ofNullable(zones.get(channel)).map(usual::in).orElse(usual);
  }
}
