package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/** The lists that are read. */
public record ListsView(List<Row> lists) implements View {

  /**
   * One list.
   *
   * @param title what it is; may be empty
   * @param web where people read it; may be empty
   */
  public record Row(String name, String title, String web) {}

  @Override
  public String template() {
    return "answer/lists.md.ftl";
  }
}
