package reroll.bot.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Reads a MAINTAINERS file. Used once. */
final class MaintainersReader {
  /** The kernel has three thousand. */
  static final int MAX_SECTIONS = 20_000;

  /** The longest pattern of the kernel's file has some 400. */
  private static final int MAX_PATTERN_CHARS = 1_000;

  private static final java.util.regex.Pattern LINE =
      java.util.regex.Pattern.compile("([A-Z]):\\s*(\\S.*?)\\s*");

  private final List<Subsystem> sections = new ArrayList<>();
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private String name = "";

  List<Subsystem> read(String text) {
    for (String line : text.split("\\R", -1)) {
      Matcher entry = LINE.matcher(line);
      if (entry.matches()) {
        lines.computeIfAbsent(entry.group(1), tag -> new ArrayList<>()).add(entry.group(2));
      } else if (!line.isBlank()) {
        close();
        name = line.strip();
      }
    }
    close();
    return sections;
  }

  /** A line without a tag is the name of what follows, or only text. */
  private void close() {
    if (!lines.isEmpty() && !name.isEmpty() && sections.size() < MAX_SECTIONS) {
      sections.add(
          new Subsystem(
              name,
              all("F").map(Glob::fromTop).toList(),
              all("X").map(Glob::fromTop).toList(),
              patterns("N"),
              patterns("K"),
              all("L").map(MaintainersReader::list).toList(),
              Stream.concat(all("M"), all("R")).toList()));
    }
    lines.clear();
  }

  private Stream<String> all(String tag) {
    return lines.getOrDefault(tag, List.of()).stream();
  }

  private List<Pattern> patterns(String tag) {
    return all(tag).map(MaintainersReader::pattern).flatMap(Optional::stream).toList();
  }

  /** The file is written for Perl; what only Perl understands is left out. */
  private static Optional<Pattern> pattern(String expression) {
    try {
      return expression.length() > MAX_PATTERN_CHARS
          ? Optional.empty()
          : Optional.of(Pattern.compile(expression));
    } catch (PatternSyntaxException perl) {
      return Optional.empty();
    }
  }

  /** {@code kvm@vger.kernel.org (moderated)}: people call the list kvm. */
  private static String list(String address) {
    return address.replaceFirst("@.*", "").toLowerCase(Locale.ROOT);
  }
}
