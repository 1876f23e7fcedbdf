package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * What a channel follows, and what it wants to hear nothing of.
 *
 * @param topics followed across all lists: authors, paths, words
 */
public record FollowingView(List<Row> follows, List<SubscriptionsView.Row> topics, List<Row> muted)
    implements View {

  /**
   * One series.
   *
   * @param label of the newest revision; empty where the series is forgotten
   */
  public record Row(String id, String label, String title, String by, String since) {}

  @Override
  public String template() {
    return "answer/following.md.ftl";
  }
}
