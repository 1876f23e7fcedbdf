package reroll.bot.config;

import java.util.List;

/** The configuration file cannot be used, for all these reasons. */
public final class ConfigProblems extends Exception {
  private final transient List<String> problems;

  ConfigProblems(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence each, with file and line; in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
