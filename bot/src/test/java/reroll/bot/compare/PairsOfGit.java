package reroll.bot.compare;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which patches git-range-diff(1) puts together: {@code 1:2}, {@code -:3}, {@code 4:-}. */
final class PairsOfGit {
  private static final Pattern HEADER =
      Pattern.compile("(?m)^ *(\\d+|-): +\\S+ [=!<>] +(\\d+|-): +\\S+.*$");

  private PairsOfGit() {}

  static Set<String> in(String output) {
    Set<String> pairs = new LinkedHashSet<>();
    Matcher header = HEADER.matcher(output);
    while (header.find()) {
      pairs.add(header.group(1) + ":" + header.group(2));
    }
    return pairs;
  }
}
