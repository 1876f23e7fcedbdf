package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * How a series stands.
 *
 * @param url of the newest version; empty where the list has no page
 * @param posted what that version is and how much of it is there
 * @param standing in a few words
 * @param day since when, and {@code ago} how long that is; empty where that is not known
 * @param reasons what it was concluded from
 * @param robots what robots found, on one line; may be empty
 */
public record StateView(
    String id,
    String title,
    String url,
    String label,
    String posted,
    String standing,
    String day,
    String ago,
    List<String> reasons,
    String robots)
    implements View {

  @Override
  public String template() {
    return "answer/state.md.ftl";
  }
}
