package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * What a filter would have let through.
 *
 * @param filter empty where it lets everything through
 * @param of how many versions were posted
 * @param found how many of them it lets through
 * @param aDay how many posts a day that is
 * @param more that are not shown
 */
public record FilterTestView(
    String filter, String period, int of, int found, String aDay, List<Row> rows, int more)
    implements View {

  /**
   * One version.
   *
   * @param url of its cover or patch; empty where the list has no page
   */
  public record Row(String id, String label, String title, String url, String author) {}

  @Override
  public String template() {
    return "answer/filter-test.md.ftl";
  }
}
