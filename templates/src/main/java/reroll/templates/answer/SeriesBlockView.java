package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * A series and its revisions as lines of text.
 *
 * @param id the number by which people name it
 */
public record SeriesBlockView(String id, String title, String author, List<Row> revisions)
    implements View {

  /**
   * One revision.
   *
   * @param why what it follows and on what evidence; empty for the first
   */
  public record Row(String label, String day, String patches, String why) {}

  @Override
  public String template() {
    return "answer/series-block.txt.ftl";
  }
}
