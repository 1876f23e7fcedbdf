package reroll.templates.card;

import java.util.List;
import reroll.templates.View;

/**
 * Many revisions that came at once.
 *
 * @param count of all
 * @param more of them that are not shown
 * @param why they are told
 */
public record BurstView(int count, List<Row> rows, int more, String why) implements View {

  /**
   * One revision.
   *
   * @param label such as {@code v3}
   * @param url of the cover or the patch; empty where the list has no page
   * @param state what became of it since, such as {@code applied}; may be empty
   */
  public record Row(
      String label,
      String title,
      String url,
      String author,
      String patchCount,
      String id,
      String state) {}

  @Override
  public String template() {
    return "card/burst.md.ftl";
  }
}
