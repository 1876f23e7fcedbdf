package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * Why the revisions of a series are held to be one series.
 *
 * @param notes what people said of it besides
 * @param told why this channel hears of it, or does not
 */
public record WhyView(
    String id, String title, List<Row> links, List<String> notes, List<String> told)
    implements View {

  /**
   * One link.
   *
   * @param link such as {@code v3 follows v2}
   * @param certainty whether a person or the author says so, or it looks so
   */
  public record Row(String link, String certainty, List<String> reasons) {}

  @Override
  public String template() {
    return "answer/why.md.ftl";
  }
}
