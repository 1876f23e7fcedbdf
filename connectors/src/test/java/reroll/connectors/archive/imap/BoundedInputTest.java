package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may send, and what not. */
class BoundedInputTest {
  private static BoundedInput of(String text, long allowed) {
    BoundedInput input =
        new BoundedInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    input.allow(allowed);
    return input;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* OK\r\n",
        "* X {3}\r\nabc)\r\n",
        "* X {3}\r\n{9)\r\n",
        "* X {99} no literal\r\n",
        "* X \"{99\"}\r\n",
        "* X {9x9}\r\n",
        "* X {}\r\n"
      })
  void linesAndLiteralsWithinTheLimitAreGivenAsTheyAre(String text) throws IOException {
    for (int step = 1; step <= text.length(); step++) {
      BoundedInput input = of(text, text.length());
      byte[] all = new byte[text.length()];
      int at = 0;
      while (at < all.length) {
        at += input.read(all, at, Math.min(step, all.length - at));
      }

      assertThat(new String(all, StandardCharsets.ISO_8859_1)).isEqualTo(text);
      assertThat(input.midLine()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{50}\r\n", "{2147483647}\r\n", "{99999999999999999999}\r\n", "x {}{50}\r\n"})
  void aLiteralThatIsLargerThanAllowedEndsAtItsAnnouncement(String text) {
    BoundedInput input = of(text + "x".repeat(100), text.length() + 40);

    assertThatThrownBy(() -> input.read(new byte[text.length()], 0, text.length()))
        .isInstanceOf(BoundedInput.TooMuch.class);
    assertThat(input.failure()).isPresent();
  }

  @Test
  void aLineThatIsLongerThanAllowedEnds() {
    BoundedInput input = of("x".repeat(1000), 500);

    assertThatThrownBy(() -> input.readNBytes(1000)).isInstanceOf(BoundedInput.TooMuch.class);
  }

  @Test
  void theEndOfTheConnectionIsAFailure() {
    assertThatThrownBy(() -> of("", 10).read()).hasMessageContaining("closed the connection");
  }
}
