package reroll.connectors.chat.matrix;

import java.util.ArrayList;
import java.util.List;

/** Cuts long text into pieces: between lines, or where a line is too long, inside it. */
final class Pieces {
  /** A character takes up to six bytes of JSON or HTML, in each of the two forms. */
  private static final int BYTES_OF_A_CHARACTER = 12;

  private Pieces() {}

  /**
   * The text in pieces.
   *
   * @param bytes what a piece may take in an event
   */
  static List<String> of(String text, int bytes) {
    int most = bytes / BYTES_OF_A_CHARACTER;
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      for (String part : parts(line, most)) {
        if (piece.length() + part.length() > most && piece.length() > 0) {
          pieces.add(piece.toString());
          piece.setLength(0);
        }
        piece.append(part);
      }
    }
    if (piece.length() > 0) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  private static List<String> parts(String line, int most) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (line.length() - at > most) {
      int end = at + most;
      if (Character.isHighSurrogate(line.charAt(end - 1))) {
        end--;
      }
      parts.add(line.substring(at, end));
      at = end;
    }
    parts.add(line.substring(at));
    return parts;
  }
}
