package reroll.templates;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  /** A view whose template asks for more than it has. */
  public record Wrong(String sentence) implements View {
    @Override
    public String template() {
      return "answer/line.md.ftl";
    }
  }

  /** A view without a template. */
  public record Homeless() implements View {
    @Override
    public String template() {
      return "answer/nowhere.md.ftl";
    }
  }

  @Test
  void aTemplateThatDoesNotFitItsViewSaysWhich() {
    assertThatThrownBy(() -> new Templates().text(new Homeless()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("answer/nowhere.md.ftl");
  }

  @Test
  void aMissingValueIsABugAndNotAnEmptyPlace() {
    assertThatThrownBy(() -> new Templates().text(new Wrong(null)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("answer/line.md.ftl");
  }
}
