package reroll.bot.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A series and a reroll of it as a person may write them: lines changed here and there, patches
 * swapped, left out, added and reworded. The same seed gives the same.
 */
final class GeneratedSeries {
  private static final int FILES = 3;
  private static final int LINES = 120;

  private final SplittableRandom chance;
  private final ImportStream stream = new ImportStream();

  /** One patch: for some lines of some files what to put in their place. */
  private record Step(String title, String message, Map<String, Map<Integer, String>> lines) {}

  private GeneratedSeries(int seed) {
    chance = new SplittableRandom(seed);
  }

  /** The branches {@code base}, {@code left} and {@code right}, for git-fast-import(1). */
  static String of(int seed) {
    GeneratedSeries series = new GeneratedSeries(seed);
    Map<String, List<String>> base = new TreeMap<>();
    for (int f = 0; f < FILES; f++) {
      base.put("file" + f + ".c", series.file(f));
    }
    int root = series.stream.commit("base", "base\n", texts(base));
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      steps.add(series.step("step " + i));
    }
    series.branch("left", root, base, steps);
    series.branch("right", root, base, series.rerolled(steps));
    return series.stream.toString();
  }

  private List<String> file(int number) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(
          i % 20 == 0 ? "int part_" + number + "_" + i + "(void)" : "\tline_" + number + "_" + i);
    }
    return lines;
  }

  private Step step(String title) {
    Map<String, Map<Integer, String>> lines = new TreeMap<>();
    int changes = chance.nextInt(2, 9);
    for (int i = 0; i < changes; i++) {
      lines
          .computeIfAbsent("file" + chance.nextInt(FILES) + ".c", f -> new TreeMap<>())
          .put(chance.nextInt(LINES), "\t" + title.replace(' ', '_') + "_" + chance.nextInt(1_000));
    }
    return new Step(title, "It is better: " + chance.nextInt(1_000), lines);
  }

  private List<Step> rerolled(List<Step> steps) {
    List<Step> next = new ArrayList<>();
    for (Step step : steps) {
      switch (chance.nextInt(6)) {
        case 0 -> next.add(0, step);
        case 1 -> next.add(new Step(step.title(), "Reworded.", step.lines()));
        case 2 -> next.add(changed(step));
        case 3 -> next.add(step("new " + next.size()));
        default -> next.add(step);
      }
    }
    return next;
  }

  private Step changed(Step step) {
    Map<String, Map<Integer, String>> lines = new TreeMap<>(step.lines());
    lines.put("file1.c", new TreeMap<>(lines.getOrDefault("file1.c", Map.of())));
    lines.get("file1.c").put(chance.nextInt(LINES), "\tmore_" + chance.nextInt(1_000));
    return new Step(step.title(), step.message(), lines);
  }

  private void branch(String name, int root, Map<String, List<String>> base, List<Step> steps) {
    Map<String, List<String>> files = new TreeMap<>();
    base.forEach((path, lines) -> files.put(path, new ArrayList<>(lines)));
    int last = root;
    for (Step step : steps) {
      step.lines().forEach((path, lines) -> lines.forEach(files.get(path)::set));
      last = stream.commit(name, step.title() + "\n\n" + step.message() + "\n", texts(files), last);
    }
  }

  private static Map<String, String> texts(Map<String, List<String>> files) {
    Map<String, String> texts = new TreeMap<>();
    files.forEach((path, lines) -> texts.put(path, String.join("\n", lines) + "\n"));
    return texts;
  }
}
