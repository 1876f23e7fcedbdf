package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * What waits for others.
 *
 * @param list its name; empty for all lists
 * @param days for how long it has waited at least
 * @param more how many are not shown
 */
public record PendingView(String list, int days, List<Row> rows, int more) implements View {

  /**
   * One series.
   *
   * @param url of the version; empty where the list has no page
   */
  public record Row(
      String id,
      String label,
      String title,
      String url,
      String author,
      String standing,
      String ago) {}

  @Override
  public String template() {
    return "answer/pending.md.ftl";
  }
}
