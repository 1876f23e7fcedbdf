package reroll.connectors.chat.matrix;

import java.util.ArrayList;
import java.util.List;
import reroll.templates.text.RichText;

/** Cuts a long text between its blocks, so that each part fits into one event. */
final class Cutter {
  /**
   * What both forms of a text may take. An event is 65,536 bytes at most, as servers send it to one
   * another: with signatures, references and all names in it (spec, size limits). A third is left
   * to them.
   */
  static final int MAX_BYTES = 40_000;

  private Cutter() {}

  /** The parts, in order; at least one. */
  static List<Layout> parts(RichText text) {
    List<Layout> parts = new ArrayList<>();
    for (Layout block : Layout.blocks(text.tree(), MAX_BYTES)) {
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).size() + block.size() + 8 <= MAX_BYTES) {
        parts.set(last, parts.get(last).and(block));
      } else {
        parts.add(block);
      }
    }
    return parts.isEmpty() ? List.of(new Layout("", "")) : parts;
  }
}
