package reroll.bot.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.log.LogForm;
import reroll.bot.words.Nearest;

/** From the text of a value to the value. Immutable. */
final class Values {
  private interface Reader {
    Object read(String text) throws BadValue;
  }

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd])");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Map<Class<?>, Reader> readers;

  /**
   * @param folder where relative paths begin
   */
  Values(Path folder) {
    this.readers =
        Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(boolean.class, Values::flag),
            Map.entry(int.class, Values::number),
            Map.entry(Integer.class, Values::number),
            Map.entry(Boolean.class, Values::flag),
            Map.entry(Path.class, text -> path(folder, text)),
            Map.entry(URI.class, Values::address),
            Map.entry(Duration.class, Values::duration),
            Map.entry(ZoneId.class, Values::zone),
            Map.entry(Start.class, Values::start),
            Map.entry(LogForm.class, Values::logForm));
  }

  /**
   * Reads one value.
   *
   * @throws IllegalStateException for a type that no key may have
   */
  Object read(Class<?> type, String text) throws BadValue {
    Reader reader = readers.get(type);
    if (reader == null) {
      throw new IllegalStateException("no key of the configuration can be a " + type.getName());
    }
    if (CONTROL.matcher(text).find()) {
      throw new BadValue(Quoted.of(text) + " holds a control character; take it out");
    }
    return reader.read(text);
  }

  private static Object flag(String text) throws BadValue {
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadValue(Quoted.of(text) + " is neither true nor false");
    }
    return text.equals("true");
  }

  private static Object number(String text) throws BadValue {
    if (!NUMBER.matcher(text).matches()) {
      throw new BadValue(Quoted.of(text) + " is not a whole number; write digits only");
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new BadValue(Quoted.of(text) + " is out of any range");
    }
  }

  private static Object path(Path folder, String text) throws BadValue {
    if (text.startsWith("~")) {
      throw new BadValue(Quoted.of(text) + " begins with ~, which is not known here; write it out");
    }
    try {
      return folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new BadValue(Quoted.of(text) + " is not a path");
    }
  }

  private static Object address(String text) throws BadValue {
    URI uri = uri(text).orElseThrow(() -> new BadValue(Quoted.of(text) + " is not an address"));
    if (uri.getRawUserInfo() != null) {
      throw new BadValue("the address holds a user or a password; take them out");
    }
    boolean web =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!web || uri.getHost() == null) {
      throw new BadValue(
          Quoted.of(text) + " is not an address; write one that begins with https:// or http://");
    }
    return uri;
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Object duration(String text) throws BadValue {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new BadValue(
          Quoted.of(text) + " is not a time; write a number with its unit: 30s, 10m, 2h or 1d");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static Object start(String text) throws BadValue {
    if (text.equals("all")) {
      return Start.ALL;
    }
    if (text.equals("now")) {
      return Start.back(Duration.ZERO);
    }
    if (DURATION.matcher(text).matches()) {
      return Start.back((Duration) duration(text));
    }
    try {
      return Start.on(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw new BadValue(Quoted.of(text) + " is no beginning; write now, 7d, 2026-01-01 or all");
    }
  }

  private static Object logForm(String text) throws BadValue {
    return Arrays.stream(LogForm.values())
        .filter(form -> form.word().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new BadValue(Quoted.of(text) + " is no form of the log; write text or json"));
  }

  private static Object zone(String text) throws BadValue {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      String advice =
          Nearest.of(text, ZoneId.getAvailableZoneIds())
              .map(zone -> "did you mean " + zone + "?")
              .orElse("write one such as UTC or Europe/Berlin");
      throw new BadValue(Quoted.of(text) + " is not a time zone; " + advice);
    }
  }
}
