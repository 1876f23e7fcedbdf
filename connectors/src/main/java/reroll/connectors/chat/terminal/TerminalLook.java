package reroll.connectors.chat.terminal;

import java.util.List;
import reroll.connectors.chat.Look;
import reroll.templates.text.RichText;

/** The lines of a terminal as wide as most, without colours. Stateless. */
final class TerminalLook implements Look {
  private static final int WIDTH = 80;

  @Override
  public String chat() {
    return "terminal";
  }

  @Override
  public List<Sheet> draw(RichText text) {
    return List.of(new Sheet("txt", TerminalText.layOut(text, WIDTH, false) + "\n"));
  }
}
