package reroll.connectors.chat.matrix;

import java.util.List;
import java.util.stream.Collectors;
import reroll.connectors.chat.Look;
import reroll.templates.text.RichText;

/** Both forms of an event's text; where it takes several events, a rule parts them. Stateless. */
final class MatrixLook implements Look {
  @Override
  public String chat() {
    return "matrix";
  }

  @Override
  public List<Sheet> draw(RichText text) {
    List<Layout> parts = Cutter.parts(text);
    return List.of(
        new Sheet("html", parts.stream().map(Layout::html).collect(Collectors.joining("<hr>"))),
        new Sheet("txt", parts.stream().map(Layout::plain).collect(Collectors.joining("\n\n"))));
  }
}
