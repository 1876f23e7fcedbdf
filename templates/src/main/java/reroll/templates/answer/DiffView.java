package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * What changed between two versions of a series.
 *
 * @param step such as {@code v2 → v3}
 * @param summary how many patches changed in which way
 * @param notes sentences; may be none
 * @param text the comparison, or its beginning
 * @param file where the whole of it is; empty where it is shown
 */
public record DiffView(
    String id,
    String title,
    String step,
    String summary,
    List<String> notes,
    String text,
    String file)
    implements View {

  @Override
  public String template() {
    return "answer/diff.md.ftl";
  }
}
