package reroll.templates.card;

import reroll.templates.View;

/**
 * What a card shows when a newer one is there.
 *
 * @param label such as {@code v3}
 * @param url of the cover or the patch; empty where the list has no page
 * @param newer what superseded it, such as {@code v4}
 * @param newerUrl of that one's cover or patch; may be empty
 * @param newerDay when that came
 * @param reception what became of this one; may be empty
 * @param why this was told
 */
public record SupersededView(
    String label,
    String title,
    String url,
    String author,
    String newer,
    String newerUrl,
    String newerDay,
    String reception,
    String why)
    implements View {

  @Override
  public String template() {
    return "card/superseded.md.ftl";
  }
}
