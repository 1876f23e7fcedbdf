package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.BoundedWork;
import reroll.bot.mail.Addressees.Field;

class AddresseesTest {
  @ParameterizedTest
  @CsvSource({
    "TO, ann@alder.example, true",
    "TO, ann@, true",
    "TO, @alder.example, true",
    "TO, ANN@Alder.Example, true",
    "TO, bob@birch.example, true",
    "TO, list@, false",
    "CC, list@lists.example, true",
    "CC, ann@alder.example, false",
    "CC, @lists, false"
  })
  void isFoundByTheWholeByItsBeginningAndByItsDomain(Field field, String key, boolean there) {
    String mail =
        """
        To: "Ann, of the alders" <ann@alder.example>,bob@birch.example (Bob)
        Cc: list@lists.example
        """;
    assertThat(in(mail).has(Addressees.hash(field, key))).isEqualTo(there);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To: Ann\n\t<ann@alder.example>,\n bob@birch.example",
        "To: Ann <ann@alder.example>,\r\n\tbob@birch.example",
        "To: =?utf-8?q?=C3=84nn=2C?= <ann@alder.example>, bob@birch.example",
        "To: \u00C4nn <ann@alder.example>, bob@birch.example",
        "To: <ann@al\u200Bder.example>, bob@birch.example",
      })
  void isFoundHoweverTheHeaderIsWritten(String header) {
    Addressees found = in(header + "\n");
    assertThat(found.has(Addressees.hash(Field.TO, "ann@alder.example"))).isTrue();
    assertThat(found.has(Addressees.hash(Field.TO, "bob@birch.example"))).isTrue();
  }

  @Test
  void whatIsNoAddressIsNobody() {
    assertThat(in("To: undisclosed recipients, @, @nobody\n")).isEqualTo(Addressees.NONE);
  }

  @Test
  void ofVeryManyTheFirstAreKept() {
    String many = in("To: " + "a@b.example, ".repeat(20) + "x@y.example, ".repeat(60)).toString();
    assertThat(many).isEqualTo("6 hashes of addressees");
  }

  @Test
  @BoundedWork(seconds = 5)
  void aHeaderOfNothingButWordsTakesBoundedWork() {
    assertThat(in("To: " + "a ".repeat(Headers.MAX_BLOCK_BYTES / 2))).isEqualTo(Addressees.NONE);
  }

  private static Addressees in(String headers) {
    byte[] mail = (headers + "\nSo.\n").getBytes(StandardCharsets.UTF_8);
    return Addressees.in(MailParser.parse(mail).headers());
  }
}
