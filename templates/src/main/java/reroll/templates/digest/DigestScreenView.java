package reroll.templates.digest;

import java.util.List;
import reroll.templates.View;

/**
 * What happened on a list, on one screen.
 *
 * @param filter what of the list it is about; empty where it is about all
 * @param counts how much there was, as one sentence
 * @param people the busiest, with their numbers
 * @param leftOut which mail is not counted; empty where all is
 * @param moreNews how many new series have no line here
 * @param gap what is not known; empty where all is
 */
public record DigestScreenView(
    String list,
    String filter,
    String period,
    String counts,
    List<String> people,
    String leftOut,
    List<Row> news,
    int moreNews,
    List<Row> rerolls,
    int moreRerolls,
    String skipped,
    List<Row> applied,
    int moreApplied,
    List<Row> pulls,
    int morePulls,
    String waiting,
    String gap)
    implements View {

  /**
   * One line.
   *
   * @param id the number of the series
   * @param about the rest in a few words
   */
  public record Row(String id, String title, String url, String about) {}

  @Override
  public String template() {
    return "digest/screen.md.ftl";
  }
}
