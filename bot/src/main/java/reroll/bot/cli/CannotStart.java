package reroll.bot.cli;

import java.util.List;

/** A bot does not start with a configuration that reads well. */
final class CannotStart extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  /**
   * Makes one.
   *
   * @param problems all that is wrong, a sentence each
   */
  CannotStart(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  List<String> problems() {
    return problems;
  }
}
