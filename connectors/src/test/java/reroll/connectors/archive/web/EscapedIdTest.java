package reroll.connectors.archive.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedIdTest {
  @ParameterizedTest
  @CsvSource({
    "1@example.org, 1@example.org",
    "odd/id+with=chars%40&q@host.example, odd%2Fid+with=chars%2540&q@host.example",
    "a b@x, a%20b@x",
    "!$&()*+;=:@._~-, !$&()*+;=:@._~-",
    "Zoë@x, Zo%C3%AB@x",
    "[a]{b}|^`\"#?\\<>@x, %5Ba%5D%7Bb%7D%7C%5E%60%22%23%3F%5C%3C%3E@x"
  })
  void anIdIsEscapedAsTheServerDoesIt(String id, String escaped) {
    assertThat(EscapedId.of(id).orElseThrow().text()).isEqualTo(escaped);
    assertThat(EscapedId.ofSegment(escaped)).isEqualTo(EscapedId.of(id));
    assertThat(EscapedId.ofText(escaped)).isEqualTo(EscapedId.of(id));
    assertThat(FakeInbox.unescape(escaped)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "odd%2fid@x, odd%2Fid@x",
    "a%40b, a@b",
    "a+b@x, a+b@x",
    "a%2Bb@x, a+b@x",
    "100%@x, 100%25@x",
    "%zz@x, %25zz@x",
    "%4, %254"
  })
  void aSegmentIsReadWhateverItsWriterEscaped(String segment, String text) {
    assertThat(EscapedId.ofSegment(segment).orElseThrow().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void whatNoPathCanHoldIsNoId(String id) {
    assertThat(EscapedId.of(id)).isEmpty();
    assertThat(EscapedId.ofSegment(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a b", "a\n", "a?b", "a#b", "a%4", "a%2f", "a%zz", "ë", "."})
  void aTextThatWasNeverAnEscapedIdIsRefused(String text) {
    assertThat(EscapedId.ofText(text)).isEmpty();
  }

  @Test
  void anEndlessIdIsRefused() {
    assertThat(EscapedId.of("x".repeat(10_000))).isEmpty();
  }

  @Test
  void aHashSurvivesTheCursor() {
    for (int i = 0; i < 1_000; i++) {
      long hash = EscapedId.of(i + "@x").orElseThrow().hash();
      assertThat(ShortHash.text(hash)).matches("[A-Za-z0-9_-]{8}");
      assertThat(ShortHash.parse(ShortHash.text(hash))).isEqualTo(hash);
    }
  }
}
