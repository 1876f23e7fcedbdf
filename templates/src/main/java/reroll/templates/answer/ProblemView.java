package reroll.templates.answer;

import reroll.templates.View;

/** A command that could not be carried out, and what to say instead. */
public record ProblemView(String what, String instead) implements View {

  @Override
  public String template() {
    return "answer/problem.md.ftl";
  }
}
