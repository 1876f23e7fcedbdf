package reroll.bot.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import reroll.bot.filter.BadFilter;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Maintainers;
import reroll.bot.filter.Vocabulary;

/** Reads what the names in filters mean: teams, and the MAINTAINERS file. */
final class VocabularyReader {
  /** The kernel's has less than one. */
  private static final int MAX_BYTES = 16 << 20;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final FilterParser people = new FilterParser(Vocabulary.EMPTY);
  private final Problems problems;

  VocabularyReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The vocabulary, as far as it can be read; what is wrong with the rest is told.
   *
   * @param lists the names of the lists of the file
   */
  Vocabulary read(Section root, List<String> lists, Optional<Path> maintainers) {
    return new Vocabulary(
        Set.copyOf(lists),
        teams(root),
        maintainers.map(this::maintainers).orElse(Maintainers.NONE));
  }

  private Maintainers maintainers(Path file) {
    try {
      Maintainers read = Maintainers.parse(SmallFile.read(file, MAX_BYTES));
      if (read.size() == 0) {
        problems.add(
            "maintainers: " + Quoted.of(file.toString()) + " has no section with F: lines");
      }
      return read;
    } catch (SmallFile.Unreadable e) {
      problems.add("maintainers: " + Quoted.of(file.toString()) + ": " + e.getMessage());
      return Maintainers.NONE;
    }
  }

  private Map<String, List<String>> teams(Section root) {
    Map<String, List<String>> teams = new HashMap<>();
    root.take("teams")
        .flatMap(
            entry -> Section.of(entry, "teams by name, such as storage: ann@example.org", problems))
        .ifPresent(section -> section.all().forEach(team -> team(team, teams)));
    return teams;
  }

  private void team(Entry team, Map<String, List<String>> teams) {
    if (!NAME.matcher(team.key()).matches()) {
      problems.add(
          team.line(),
          Quoted.of(team.key()) + " cannot be a team's name; use letters, digits, - . _");
    }
    List<String> members =
        team.isScalar() && !team.isBlank()
            ? Arrays.asList(team.text().strip().split("\\s+", -1))
            : List.of();
    if (members.isEmpty() || members.contains("")) {
      problems.add(
          team.line(),
          team.key() + ": here should stand addresses, or domains as @example.org, on one line");
    }
    members.forEach(member -> check(team, member));
    if (teams.put(team.key().toLowerCase(Locale.ROOT), members) != null) {
      problems.add(team.line(), Quoted.of(team.key()) + " is a team already, in another case");
    }
  }

  private void check(Entry team, String member) {
    try {
      if (!member.isEmpty()) {
        people.parse(List.of("author:" + member));
      }
    } catch (BadFilter e) {
      problems.add(team.line(), team.key() + ": " + Quoted.of(member) + " names nobody");
    }
  }
}
