package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * A series with its revisions.
 *
 * @param id the number by which people name it
 * @param url of its newest cover or patch; empty where the list has no page
 * @param robots what robots found, on one line; may be empty
 */
public record SeriesView(
    String id, String title, String url, String author, List<Row> revisions, String robots)
    implements View {

  /**
   * One revision.
   *
   * @param title where it had another one; else empty
   * @param reception what became of it, in a few words; may be empty
   */
  public record Row(
      String label, String url, String day, String patches, String title, String reception) {}

  @Override
  public String template() {
    return "answer/series.md.ftl";
  }
}
