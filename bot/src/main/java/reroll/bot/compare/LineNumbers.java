package reroll.bot.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines as numbers, equal ones by equal numbers: each is compared many times. Not thread-safe. */
final class LineNumbers {
  private final Map<String, Integer> known = new HashMap<>();

  int[] of(List<String> lines) {
    int[] numbers = new int[lines.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = known.computeIfAbsent(lines.get(i), line -> known.size());
    }
    return numbers;
  }
}
