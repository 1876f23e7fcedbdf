package reroll.bot.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people mean when they name a time. Immutable.
 *
 * @param zone of their days and hours
 * @param tags when versions came out, by their tags in lower case, such as {@code v6.19-rc1}
 */
public record Calendar(ZoneId zone, Map<String, Instant> tags) {
  public Calendar {
    tags =
        tags.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    tag -> tag.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  /** Without tags. */
  public static Calendar of(ZoneId zone) {
    return new Calendar(zone, Map.of());
  }

  /** The same tags, elsewhere. */
  public Calendar in(ZoneId other) {
    return new Calendar(other, tags);
  }

  /** With more tags; of two that are the same this one counts. */
  public Calendar with(Map<String, Instant> more) {
    Map<String, Instant> all = new HashMap<>(more);
    all.putAll(tags);
    return new Calendar(zone, all);
  }

  /** When a version came out. */
  Optional<Instant> tag(String lowerCase) {
    return Optional.ofNullable(tags.get(lowerCase));
  }
}
