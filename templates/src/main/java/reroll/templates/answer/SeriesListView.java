package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * Series that fit what somebody asked for.
 *
 * @param asked what they said
 * @param count how many fit, which may be more than are shown
 */
public record SeriesListView(String asked, int count, List<Row> series) implements View {

  /** One series. */
  public record Row(String id, String label, String title, String author) {}

  @Override
  public String template() {
    return "answer/series-list.md.ftl";
  }
}
