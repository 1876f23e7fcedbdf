package reroll.templates.card;

import reroll.templates.View;

/**
 * A line in the thread of a card: a newer revision is out.
 *
 * @param label such as {@code v4}
 * @param url of the cover or the patch; empty where the list has no page
 */
public record NewerView(String label, String title, String url) implements View {
  @Override
  public String template() {
    return "card/newer.md.ftl";
  }
}
