package reroll.templates;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A view to be looked at.
 *
 * @param name of its golden file
 * @param view made with every value passed through a function, which can spoil it
 */
public record Sample(String name, Function<UnaryOperator<String>, View> view) {
  View plain() {
    return view.apply(UnaryOperator.identity());
  }

  View hostile() {
    return view.apply(value -> value.isEmpty() ? "" : value + " " + Hostile.TEXT);
  }

  boolean isMarkdown() {
    return plain().template().endsWith(".md.ftl");
  }

  @Override
  public String toString() {
    return name;
  }
}
