package reroll.connectors.chat.matrix;

import java.util.Objects;
import java.util.Optional;

/**
 * What lets an account in. Immutable.
 *
 * @param access is sent along with every request
 * @param refresh by which there is another when that has run out
 */
record Tokens(String access, Optional<String> refresh) {
  Tokens {
    Objects.requireNonNull(access);
    Objects.requireNonNull(refresh);
  }

  /**
   * What a login or a renewal gave.
   *
   * @param old stays good where no new one was given (spec, refreshing access tokens)
   */
  static Tokens of(Reply reply, Optional<String> old) {
    return new Tokens(reply.text("access_token"), given(reply.text("refresh_token")).or(() -> old));
  }

  static Optional<String> given(String text) {
    return Optional.of(text).filter(token -> !token.isEmpty());
  }

  /** Shows itself to nobody. */
  @Override
  public String toString() {
    return "(secret)";
  }
}
