package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and addresses as people and mailers write them (PEERS A03, A04). */
class PersonTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Ann Alder <ann@alder.example>; Ann Alder; ann@alder.example",
        "\"Alder, Ann\" <ann@alder.example>; Alder, Ann; ann@alder.example",
        "Alder, Ann <ann@alder.example>; Alder, Ann; ann@alder.example",
        "\"Ann \\\"Ash\\\" Alder\" <a@b.example>; Ann Ash Alder; a@b.example",
        "ANN ALDER <ANN@ALDER.EXAMPLE>; ANN ALDER; ANN@ALDER.EXAMPLE",
        "Jürgen Öhm <j@öhm.example>; Jürgen Öhm; j@öhm.example",
        "安 <an@b.example>; 安; an@b.example",
        "ann@alder.example; ``; ann@alder.example",
        "<ann@alder.example>; ``; ann@alder.example",
        "< ann@alder.example >; ``; ann@alder.example",
        "ann@alder.example (Ann Alder); Ann Alder; ann@alder.example",
        "Ann Alder (Pond Inc.) <a@b.example>; Ann Alder (Pond Inc.); a@b.example",
        "Ann   \t Alder<a@b.example>; Ann Alder; a@b.example",
        "'Ann Alder' <a@b.example>; 'Ann Alder'; a@b.example",
        "Ann <a@b.example>, Bob <b@b.example>; Ann; a@b.example",
        "a@b.example, b@b.example; ``; a@b.example",
        "Ann Alder <a@b.example> # with a remark; Ann Alder; a@b.example",
        "\"Ann <x> [y](z)\" <a@b.example>; Ann <x> [y](z); a@b.example",
        "Ann <x> <a@b.example>; Ann <x>; a@b.example",
        "Ann <x>; Ann; x",
        "Ann Alder; Ann Alder; ``",
        "\"\" <a@b.example>; ``; a@b.example",
        "Ann <>; Ann; ``",
        "undisclosed-recipients:; undisclosed-recipients:; ``",
        "``; ``; ``",
      })
  void aPersonIsReadFromWhatStandsThere(String text, String name, String address) {
    assertThat(Person.parse(text)).isEqualTo(new Person(name, address));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a@linux.intel.com, linux.intel.com",
    "a@Foss.ST.com, foss.st.com",
    "a@b.example., b.example",
    "a@pond.co.uk, pond.co.uk",
    "a@[192.0.2.1], [192.0.2.1]",
    "a@xn--hm-xka.example, xn--hm-xka.example",
    "a@öhm.example, öhm.example",
    "a@b@c.example, c.example",
  })
  void theDomainStandsBehindTheLastAt(String address, String domain) {
    assertThat(new Person("", address).domain()).contains(domain);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @CsvSource({"''", "a", "a@", "a@."})
  void withoutADomainThereIsNone(String address) {
    assertThat(new Person("", address).domain()).isEmpty();
  }

  @Test
  void aPersonIsCalledByNameElseByAddress() {
    assertThat(new Person("Ann", "a@b.example").display()).isEqualTo("Ann");
    assertThat(new Person("", "a@b.example").display()).isEqualTo("a@b.example");
    assertThat(new Person("Ann", "a@b.example")).hasToString("Ann <a@b.example>");
    assertThat(new Person("", "a@b.example")).hasToString("a@b.example");
    assertThat(new Person("Ann", "")).hasToString("Ann");
    assertThat(Person.UNKNOWN).hasToString("");
  }

  @Test
  void aNameWithoutEndIsCut() {
    assertThat(Person.parse("x".repeat(1 << 20)).name()).hasSize(Person.MAX_CHARS);
  }
}
