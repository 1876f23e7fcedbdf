package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.mail.Mail.Defect;

/** Bodies of one part, in all the encodings of real mail (PROTOCOLS D.3, PEERS G13). */
class MailTextTest {
  private static final String PATCH =
      """
      Frogs jump.

      Signed-off-by: Ann Alder <ann@alder.example>
      ---
       frog.c | 2 +-
       1 file changed, 1 insertion(+), 1 deletion(-)

      diff --git a/frog.c b/frog.c
      --- a/frog.c
      +++ b/frog.c
      @@ -1,2 +1,2 @@
       pond = 1;
      -sit = "größer";
      +jump = "größer";
      """;

  private static Letter encoded(String encoding) {
    return Letter.patch("[PATCH] frog: jump")
        .and("Content-Type: text/plain; charset=utf-8")
        .and("Content-Transfer-Encoding: " + encoding);
  }

  private static void isThePatch(Letter letter) {
    assertThat(letter.parsed().text().stripTrailing()).isEqualTo(PATCH.stripTrailing());
    assertThat(letter.asPatch().files()).containsExactly("frog.c");
    assertThat(letter.asPatch().lines()).isEqualTo(new PatchMail.LineCount(1, 1, 1));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"7bit", "8bit", "8BIT", "binary", "7bits", "x-unknown", "", "\"8bit\""})
  void anIdentityUnderAnyNameIsRead(String encoding) {
    isThePatch(encoded(encoding).says(PATCH));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"base64", "BASE64", "Base64 (really)"})
  void aBase64PatchIsRead(String encoding) {
    byte[] bytes = PATCH.getBytes(StandardCharsets.UTF_8);

    isThePatch(encoded(encoding).says(Base64.getMimeEncoder().encodeToString(bytes)));
  }

  @Test
  void base64WithAFooterOfTheListIsReadToThere() {
    byte[] bytes = PATCH.getBytes(StandardCharsets.UTF_8);
    Letter letter =
        encoded("base64")
            .says(Base64.getMimeEncoder().encodeToString(bytes), "____", "pond mailing list");

    assertThat(letter.parsed().text()).startsWith(PATCH.stripTrailing());
  }

  @Test
  void aQuotedPrintablePatchIsRead() {
    String soft = PATCH.replace("=", "=3D").replace("ö", "=C3=B6").replace("ß", "=\n=C3=9F");

    isThePatch(encoded("quoted-printable").says(soft));
    isThePatch(encoded("Quoted-Printable").says(soft.replace("\n", "\r\n")));
  }

  @Test
  void brokenEncodingsGiveWhatTheyCan() {
    assertThat(encoded("quoted-printable").says("a=ZZb=").parsed().text())
        .contains("a")
        .contains("b");
    assertThat(encoded("base64").says("????").parsed().text()).isEmpty();
    assertThat(encoded("base64").says("YWJj", "Y").parsed().text()).startsWith("abc");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "text/plain; charset=iso-8859-1",
    "text/plain; charset=\"iso-8859-1\"",
    "text/plain; charset = ISO-8859-1; format=fixed",
    "text/plain; charset=utf-8",
    "text/plain; charset=y",
    "text/plain; charset=",
    "text/plain; charset",
    "text/plain",
    "text",
    "''",
    "TEXT/PLAIN;CHARSET=US-ASCII",
    "nonsense",
  })
  void latinTextIsReadWhateverIsDeclared(String type) {
    Letter letter = Letter.with("Content-Type: " + type).says("gr\u00F6\u00DFer").inBytes();

    assertThat(letter.parsed().text()).isEqualTo("größer\n");
  }

  @Test
  void linesEndInNewlinesWhateverTheyEndedIn() {
    assertThat(Letter.with("Subject: x").says("a\r", "b\rc", "d").parsed().text())
        .isEqualTo("a\nb\nc\nd\n");
  }

  @Test
  void htmlIsNotRead() {
    Mail mail = Letter.with("Content-Type: text/html").says("<b>frog</b>").parsed();

    assertThat(mail.text()).isEmpty();
    assertThat(mail.defects()).contains(Defect.HTML_ONLY);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a \\nb                | a b",
        "a\\nb                 | a\\nb",
        "a \\n b               | a b",
        "a  \\nb               | a  b",
        " a                    | a",
        " From me              | From me",
        "> a \\n> b            | > a b",
        "> a \\n>> b           | > a \\n>> b",
        "> a \\nb              | > a \\nb",
        ">> a \\n>> b\\n> c    | >> a b\\n> c",
        "-- \\nAnn             | -- \\nAnn",
        "> -- \\n> Ann         | > -- \\n> Ann",
        " + a \\n               | + a ",
        "a \\n                  | a ",
      })
  void flowedLinesAreJoined(String written, String shown) {
    Letter letter =
        Letter.with("Content-Type: text/plain; charset=utf-8; format=flowed")
            .says(written.replace("\\n", "\n"));

    assertThat(letter.parsed().text().stripTrailing())
        .isEqualTo(shown.replace("\\n", "\n").stripTrailing());
  }

  @Test
  void theBlankOfAJoinGoesWhereTheSenderSaysSo() {
    Letter letter =
        Letter.with("Content-Type: text/plain; format=\"flowed\"; delsp=\"yes\"")
            .says("ka \ner \n u", "-- ", "Ann");

    assertThat(letter.parsed().text()).isEqualTo("kaeru\n-- \nAnn\n");
  }

  @Test
  void aFlowedPatchIsReadAsItWasBeforeItWasStuffed() {
    String stuffed = PATCH.replaceAll("(?m)^ ", "  ");
    Letter letter =
        Letter.patch("[PATCH] frog: jump")
            .and("Content-Type: text/plain; charset=utf-8; format=flowed")
            .says(stuffed);

    isThePatch(letter);
  }
}
