package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/** What a channel follows. */
public record FollowingView(List<Row> follows) implements View {

  /**
   * One follow.
   *
   * @param label of the newest revision; empty where the series is forgotten
   */
  public record Row(String id, String label, String title, String by, String since) {}

  @Override
  public String template() {
    return "answer/following.md.ftl";
  }
}
