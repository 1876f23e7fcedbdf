package reroll.bot.config;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import reroll.bot.digest.WindowWords;

/** Reads when versions came out, which may be left out. */
final class TagReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z](?=.*\\d)[A-Za-z0-9._+-]{0,62}");

  private final Problems problems;

  TagReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The tags that can be read, in lower case; what is wrong with the others is told.
   *
   * @param zone of their days
   */
  Map<String, Instant> read(Section root, ZoneId zone) {
    Map<String, Instant> tags = new LinkedHashMap<>();
    root.take("tags")
        .flatMap(entry -> Section.of(entry, "tags, such as v6.19-rc1: 2026-02-22", problems))
        .ifPresent(section -> section.all().forEach(tag -> tag(tag, zone, tags)));
    return tags;
  }

  private void tag(Entry tag, ZoneId zone, Map<String, Instant> tags) {
    Optional<Instant> at =
        tag.isScalar() ? WindowWords.date(tag.text(), zone) : Optional.<Instant>empty();
    if (!NAME.matcher(tag.key()).matches() || tag.key().contains("..")) {
      problems.add(tag.line(), Quoted.of(tag.key()) + " cannot be a tag; one is v6.19-rc1");
    } else if (at.isEmpty()) {
      problems.add(
          tag.line(),
          tag.key() + ": here should stand its day, such as 2026-02-22 or" + " 2026-02-22T22:10Z");
    } else if (tags.put(tag.key().toLowerCase(Locale.ROOT), at.get()) != null) {
      problems.add(tag.line(), Quoted.of(tag.key()) + " is a tag already, in another case");
    }
  }
}
