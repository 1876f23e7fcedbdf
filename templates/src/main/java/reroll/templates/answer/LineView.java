package reroll.templates.answer;

import reroll.templates.View;

/** One sentence, and the title that it is about; the title may be empty. */
public record LineView(String sentence, String title) implements View {

  @Override
  public String template() {
    return "answer/line.md.ftl";
  }
}
