package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * What people said of how mails belong together.
 *
 * @param rulings the newest first
 * @param more how many older ones there are
 */
public record RulingsView(List<Row> rulings, int more) implements View {

  /**
   * One of them.
   *
   * @param ruling such as {@code v3 of #12 follows v2 of #12}
   * @param title of the revision that it is about
   * @param undo the command that takes it back
   */
  public record Row(String ruling, String title, String by, String day, String undo) {}

  @Override
  public String template() {
    return "answer/rulings.md.ftl";
  }
}
