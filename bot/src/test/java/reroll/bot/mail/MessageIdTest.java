package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Message-IDs in headers, in text and in the URLs of archives (PEERS G18, L17). */
class MessageIdTest {
  private static List<String> in(String header) {
    return MessageId.allIn(header).stream().map(MessageId::value).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<a@b>                                              | a@b",
        "<a@b> <c@d>                                        | a@b c@d",
        "<a@b><c@d>                                         | a@b c@d",
        "<a@b>, <c@d>                                       | a@b c@d",
        "< a@b >                                            | a@b",
        "<a @b>                                             | a@b",
        "<a@b> (Ann's message of \"Mon, 2 Mar 2026\")       | a@b",
        "Your message of \"Mon\" <a@b>                      | a@b",
        "Message from Ann <ann@a.example> of Mon. <c@d>     | ann@a.example c@d",
        "a@b                                                | a@b",
        "a@b c@d                                            | a@b c@d",
        "(see) a@b                                          | a@b",
        "<no-at-sign>                                       | no-at-sign",
        "<a@b@c>                                            | a@b@c",
        "<A@b> <a@B>                                        | A@b a@B",
        "<20260301.17+frog/1%25$x=y_z@[127.0.0.1]>          | 20260301.17+frog/1%25$x=y_z@[127.0.0.1]",
        "<<a@b>>                                            | a@b",
        "<a@b                                               | a@b",
      })
  void idsAreFoundWhateverStandsAroundThem(String header, String ids) {
    assertThat(String.join(" ", in(header))).isEqualTo(ids);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", " ", "<>", "< >", "no id", "@", "a@", "@b", "<", ">", "<<>>"})
  void whereThereIsNoneThereIsNone(String header) {
    assertThat(in(header)).isEmpty();
  }

  @Test
  void aLongThreadKeepsItsRootAndItsNearest() {
    String references =
        IntStream.range(0, 5_000).mapToObj(i -> "<" + i + "@b>").collect(Collectors.joining(" "));

    assertThat(in(references))
        .hasSize(MessageId.MAX_IN_HEADER)
        .startsWith("0@b")
        .endsWith("4998@b", "4999@b");
  }

  @Test
  void anIdBeyondReasonIsNone() {
    assertThat(in("<" + "x".repeat(MessageId.MAX_CHARS + 1) + ">")).isEmpty();
    assertThat(in("x".repeat(100_000) + "@b")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "https://lore.kernel.org/r/a@b                             | a@b",
        "https://lore.kernel.org/r/a@b/                            | a@b",
        "https://lore.kernel.org/all/a@b/T/#u                      | a@b",
        "https://lore.kernel.org/kvm/a@b/t.mbox.gz                 | a@b",
        "<https://patch.msgid.link/a@b>                            | a@b",
        "http://lkml.kernel.org/r/a@b                              | a@b",
        "https://lore.kernel.org/r/a%40b                           | a@b",
        "https://lore.kernel.org/r/a+c@b                           | a+c@b",
        "https://lore.kernel.org/r/a%2Bc@b                         | a+c@b",
        "https://lore.kernel.org/r/a%2Fc@b                         | a/c@b",
        "https://lore.kernel.org/r/a%25c@b                         | a%c@b",
        "https://lore.kernel.org/r/100%@b                          | 100%@b",
        "https://lore.kernel.org/r/a%0Ac%E2%80%AE@b                | ac@b",
        "see https://lore.kernel.org/r/a@b, please.                | a@b",
        "(https://lore.kernel.org/r/a@b)                           | a@b",
        "[1]: https://lore.kernel.org/r/a@b                        | a@b",
        "https://lore.kernel.org/r/a@b#m1                          | a@b",
      })
  void theUrlOfAnArchiveNamesAMail(String url, String id) {
    assertThat(MessageId.inUrl(url).map(MessageId::value)).contains(id);
    assertThat(MessageId.firstIn(url).map(MessageId::value)).contains(id);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "https://lore.kernel.org/",
        "https://example.org/page",
        "https://user@example.org/",
        "mailto:a@b",
        "a@b",
        "https://lore.kernel.org/r/@",
      })
  void otherUrlsNameNone(String text) {
    assertThat(MessageId.inUrl(text)).isEmpty();
  }

  @Test
  void aTextMayNameAMailWithoutAUrl() {
    assertThat(MessageId.firstIn("<a@b>")).contains(new MessageId("a@b"));
    assertThat(MessageId.firstIn("a@b")).contains(new MessageId("a@b"));
    assertThat(MessageId.firstIn("nothing")).isEmpty();
    assertThat(MessageId.firstIn("<a\u202E\u0000@b>")).contains(new MessageId("a@b"));
  }
}
