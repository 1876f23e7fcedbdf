package reroll.connectors.port;

import java.util.Objects;

/**
 * A password or a token. The configuration file never holds it, it names where it is. Shows itself
 * to nobody who does not ask for its {@link #value()}.
 */
public record Secret(String value) {
  public Secret {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
