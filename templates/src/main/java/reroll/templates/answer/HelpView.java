package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/** Commands, and whole examples where only one is explained. */
public record HelpView(List<Row> commands, List<String> examples) implements View {

  /** One command. */
  public record Row(String usage, String summary) {}

  @Override
  public String template() {
    return "answer/help.md.ftl";
  }
}
