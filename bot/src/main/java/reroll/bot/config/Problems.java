package reroll.bot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with the file. Used by one thread. */
final class Problems {
  /** Nobody reads more; a file that is something else altogether has thousands. */
  static final int MAX_TOLD = 100;

  private record Problem(int line, String what) {}

  private final Path file;
  private final List<Problem> found = new ArrayList<>();

  Problems(Path file) {
    this.file = file;
  }

  /** Something wrong at a line, the first of which is 1. */
  void add(int line, String what) {
    found.add(new Problem(line, what));
  }

  /** Something wrong with the file as a whole. */
  void add(String what) {
    found.add(new Problem(0, what));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  ConfigProblems toException() {
    List<String> told = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .limit(MAX_TOLD)
        .forEach(problem -> told.add(sentence(problem)));
    if (found.size() > MAX_TOLD) {
      told.add(file + ": and " + (found.size() - MAX_TOLD) + " more problems");
    }
    return new ConfigProblems(told);
  }

  private String sentence(Problem problem) {
    String place = problem.line() == 0 ? file.toString() : file + ":" + problem.line();
    return place + ": " + problem.what();
  }
}
