package reroll.bot.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes and encoded words to text (PROTOCOLS D.3, PEERS S18). */
class TextDecoderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "=?utf-8?q?caf=C3=A9?= x                          | café x",
        "=?UTF-8?Q?caf=C3=A9_au_lait?=                     | café au lait",
        "=?utf-8?b?Y2Fmw6k=?=                              | café",
        "=?utf-8?B?Y2Fmw6k?=                               | café",
        // Glued to what stands before it.
        "[PATCH]=?utf-8?q?caf=C3=A9?= x                    | [PATCH]café x",
        // Only separated by the blank between them.
        "=?utf-8?q?ca?= =?utf-8?q?f=C3=A9?=                | café",
        "=?utf-8?q?ca?= =?iso-8859-1?q?f=E9?=              | café",
        "=?utf-8?q?ca?=  x  =?utf-8?q?fe?=                 | ca x fe",
        // A character split between two words.
        "=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=                | café",
        "=?utf-8?b?Y2Fmww==?= =?utf-8?b?qQ==?=             | café",
        "=?utf-8?q?caf=C3?= =?UTF-8?b?qQ==?=               | café",
        // Words that mailers write wrongly.
        "=?utf-8?q?with a blank?=                          | with a blank",
        "=?utf-8*en?q?caf=C3=A9?=                          | café",
        "=?utf-8?q?100=?=                                  | 100=",
        "=?utf-8?q?=ZZ?=                                   | =ZZ",
        "=?utf-8?q??= x                                    | x",
        "=?utf-8?q?=3D=3F?=                                | =?",
        // Charsets.
        "=?iso-8859-1?q?caf=E9?=                           | café",
        "=?gb2312?b?xOO6ww==?=                             | 你好",
        "=?koi8-r?b?8NLJ18XU?=                             | Привет",
        "=?us-ascii?q?caf=C3=A9?=                          | café",
        "=?no-such-charset?q?caf=C3=A9?=                   | café",
        "=?no-such-charset?q?caf=E9?=                      | café",
        "=?y?q?frog?=                                      | frog",
        // No words at all.
        "a =? b ?= c                                       | a =? b ?= c",
        "=?utf-8?x?frog?=                                  | =?utf-8?x?frog?=",
        "=?utf-8?q?frog                                    | =?utf-8?q?frog",
        "=??q?frog?=                                       | =??q?frog?=",
        "=?utf-8?                                          | =?utf-8?",
      })
  void encodedWordsAreRead(String raw, String text) {
    assertThat(TextDecoder.header(raw)).isEqualTo(text);
  }

  @Test
  void aFoldBetweenWordsIsNoBlankAndAFoldInTextIsOne() {
    assertThat(TextDecoder.header("=?utf-8?q?ca?=\r\n =?utf-8?q?f=C3=A9?=\n\tau lait"))
        .isEqualTo("café au lait");
  }

  @Test
  void moreWordsThanAnybodyWritesStayAsTheyAre() {
    String words = "=?utf-8?q?a?= ".repeat(EncodedWords.MAX_WORDS + 1);

    assertThat(TextDecoder.header(words))
        .isEqualTo("a".repeat(EncodedWords.MAX_WORDS) + " =?utf-8?q?a?=");
  }

  @Test
  void encodedControlAndBidiCharactersAreDroppedToo() {
    assertThat(TextDecoder.header("=?utf-8?q?a=1B[2J=0Ab=E2=80=AEc=00d=E2=80=8Be?="))
        .isEqualTo("a[2J bcde");
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(
      strings = {
        "0000", "0007", "0008", "001B", "007F", "0085", "009B", "00AD", "061C", "200B", "200E",
        "200F", "2028", "2029", "202A", "202E", "2060", "2066", "2069", "FEFF", "FFF9",
      })
  void aCharacterThatCannotBeSeenIsDropped(String hex) {
    String hidden = Character.toString(Integer.parseInt(hex, 16));

    assertThat(TextDecoder.line("pa" + hidden + "tch").replace(" ", "")).isEqualTo("patch");
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(strings = {"00E9", "4F60", "1F438", "0627", "20AC", "FFFD", "00A0"})
  void otherCharactersStay(String hex) {
    String seen = Character.toString(Integer.parseInt(hex, 16));

    assertThat(TextDecoder.line("pa" + seen + "tch")).isEqualTo("pa" + seen + "tch");
  }

  @Test
  void halvesOfCharactersAreDropped() {
    assertThat(TextDecoder.line("pa\uD83Dtch\uDC38")).isEqualTo("patch");
  }

  @Test
  void whiteSpaceIsSqueezed() {
    assertThat(TextDecoder.line(" a \t\r\n b\u000Bc ")).isEqualTo("a b c");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "UTF-8, UTF-8",
    "UTF-8, ''",
    "UTF-8, us-ascii",
    "UTF-8, y",
    "UTF-8, no such charset",
    "UTF-8, utf8",
    "UTF-8, iso-2022-jp",
    "windows-1252, iso-8859-1",
    "windows-1252, ''",
    "windows-1252, us-ascii",
    "windows-1252, utf-8",
    "windows-1252, unknown-8bit",
  })
  void textIsReadInTheCharsetThatItHas(String written, String declared) {
    byte[] bytes = "Jürgen kvakar".getBytes(Charset.forName(written));

    assertThat(TextDecoder.decode(bytes, Optional.of(declared))).isEqualTo("Jürgen kvakar");
    assertThat(TextDecoder.decode(bytes, 0, bytes.length)).isEqualTo("Jürgen kvakar");
  }

  @Test
  void aDeclaredCharsetThatFitsIsBelieved() {
    byte[] bytes = "カエル".getBytes(Charset.forName("iso-2022-jp"));

    assertThat(TextDecoder.decode(bytes, Optional.of("ISO-2022-JP"))).isEqualTo("カエル");
  }

  @Test
  void oneBadByteDoesNotSpoilTheRest() {
    byte[] bytes = "Jürgen, Åsa, \u00FF".getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    assertThat(TextDecoder.decode(bytes, Optional.of("utf-8"))).startsWith("Jürgen, Åsa, ");
  }

  @Test
  void aReplacementCharacterThatWasSentIsNoSignOfAnything() {
    byte[] bytes = "what \uFFFD is".getBytes(UTF_8);

    assertThat(TextDecoder.decode(bytes, Optional.empty())).isEqualTo("what \uFFFD is");
  }

  @Test
  void anyBytesGiveText() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(TextDecoder.decode(all, 0, all.length)).hasSize(256);
    assertThat(TextDecoder.decode("\u00FF\u00FE".getBytes(ISO_8859_1), Optional.of("utf-16")))
        .isEmpty();
  }
}
