package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/** What a channel subscribed. */
public record SubscriptionsView(List<Row> subscriptions) implements View {

  /**
   * One subscription.
   *
   * @param words the list and the filter, as people say them
   * @param configured whether it stands in the configuration
   * @param problem why it lets nothing through; empty where it works
   */
  public record Row(String words, String since, String by, boolean configured, String problem) {}

  @Override
  public String template() {
    return "answer/subscriptions.md.ftl";
  }
}
