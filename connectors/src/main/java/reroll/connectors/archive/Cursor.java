package reroll.connectors.archive;

import java.util.Objects;

/**
 * How far an archive has been read. Opaque outside the archive that made it: keep it, hand it back,
 * never look inside. Immutable.
 *
 * @param value one line of printable ASCII, as short as the archive can make it
 */
public record Cursor(String value) {
  /** Before the first mail. */
  public static final Cursor START = new Cursor("");

  public Cursor {
    Objects.requireNonNull(value);
  }

  public boolean isStart() {
    return value.isEmpty();
  }
}
