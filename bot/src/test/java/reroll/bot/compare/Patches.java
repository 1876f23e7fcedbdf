package reroll.bot.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Patches as tests write them. */
final class Patches {
  private Patches() {}

  /** A patch of one file whose hunk has these lines, each with its sign. */
  static PatchForm patch(String number, String title, String... hunk) {
    return patch(number, title, List.of("Why."), hunk);
  }

  static PatchForm patch(String number, String title, List<String> message, String... hunk) {
    List<String> code = new ArrayList<>();
    code.add(" ## pond.c ##");
    code.add("@@ pond.c: static int pond(void)");
    code.addAll(Arrays.asList(hunk));
    return new PatchForm(number, title, "Ann <ann@x.example>", message, code, false);
  }

  /** Added lines that a word makes. */
  static String[] adding(String word, int lines) {
    String[] added = new String[lines];
    Arrays.setAll(added, i -> "+\t" + word + "_" + i + "();");
    return added;
  }
}
