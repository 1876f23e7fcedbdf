package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * Who reviewed which patch of a version.
 *
 * @param label such as {@code v3}
 * @param before what it follows; empty where that is not known
 * @param late reviews of the version before that came too late, one sentence each
 */
public record ReviewsView(
    String id,
    String title,
    String label,
    String before,
    List<Row> rows,
    int more,
    List<String> late)
    implements View {

  /**
   * One patch.
   *
   * @param patch with its counter
   * @param reviews in words
   */
  public record Row(String patch, String reviews) {}

  @Override
  public String template() {
    return "answer/reviews.md.ftl";
  }
}
