package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.archive.web.AtomPage.Entry;

class AtomReaderTest {
  private static final String ENTRY =
      "<entry><updated>2026-03-02T10:00:00Z</updated><link href=\"http://x/l/1@x/\"/></entry>";

  @Test
  void theIdComesFromTheEntrysOwnLinkAndNothingElse() throws Exception {
    String feed =
        """
        <?xml version="1.0" encoding="us-ascii"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://t">
        <link rel="self" href="http://x/l/self@x/"/><updated>2030-01-01T00:00:00Z</updated>
        <entry><author><name>A</name><email>fake@x</email></author><title>t</title>
        <updated>2026-03-02T10:00:00Z</updated>
        <link
        href="http://x/l/odd%2Fid+with=chars%2540&#38;q@host.example/"/><id>urn:uuid:1</id>
        <thr:in-reply-to ref="u" href="http://x/l/parent@x/"/>
        <content type="xhtml"><div><link href="http://x/l/inner@x/"/><entry>
        <updated>2031-01-01T00:00:00Z</updated></entry></div></content></entry>
        </feed>
        """;

    assertThat(read(feed))
        .containsExactly(
            new Entry(
                EscapedId.of("odd/id+with=chars%40&q@host.example").orElseThrow(),
                Instant.parse("2026-03-02T10:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00:00Z, 2026-03-02T10:00:00Z",
    "2026-03-02T10:00:00.9+01:00, 2026-03-02T09:00:00Z",
    "nonsense, 1970-01-01T00:00:00Z",
    "'', 1970-01-01T00:00:00Z"
  })
  void aDateIsReadOrKnownToBeNone(String text, Instant date) throws Exception {
    String entry = ENTRY.replace("2026-03-02T10:00:00Z", text);

    assertThat(read("<feed>" + entry + "</feed>").get(0).updated()).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<feed>",
        "<feed><entry>",
        "<html><body>be right back</body></html>",
        "<!DOCTYPE html><html><head><meta></head></html>",
        "not XML",
        "<feed>\0</feed>",
        "<feed>&unknown;</feed>",
        "<!DOCTYPE f [<!ENTITY a \"b\">]><feed>&a;</feed>",
        "<!DOCTYPE f SYSTEM \"file:///etc/passwd\"><feed/>",
        "<!DOCTYPE f [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><feed>&x;</feed>",
        "<feed><entry><updated><b/></updated></entry></feed>"
      })
  void whatIsNoWholeFeedIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
  }

  @Test
  void entitiesThatGrowAreRefusedBeforeTheyDo() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE f [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }

    assertThatThrownBy(() -> read(laughs + "]><feed>&a39;</feed>")).isInstanceOf(IOException.class);
  }

  @Test
  void aFeedWithoutEndIsGivenUp() {
    byte[] text = "x".repeat(1 << 20).getBytes(UTF_8);
    InputStream endless =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream("<feed><entry><content>".getBytes(UTF_8)),
                    repeated(text, 50))));

    assertThatThrownBy(() -> AtomReader.read(endless)).hasMessageContaining("too large");
  }

  private static InputStream repeated(byte[] text, int times) {
    return new SequenceInputStream(
        Collections.enumeration(
            Collections.nCopies(times, text).stream().map(ByteArrayInputStream::new).toList()));
  }

  @Test
  void deepElementsCostNoStack() throws Exception {
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    assertThat(read("<feed>" + deep + ENTRY + "</feed>")).hasSize(1);
  }

  @Test
  void moreEntriesThanAnyServerShowsAreRefused() {
    assertThatThrownBy(() -> read("<feed>" + ENTRY.repeat(1_001) + "</feed>"))
        .hasMessageContaining("1000 entries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://x/", "::", "http://x/l//", "/", "mailto:a@b"})
  void anEntryWhoseLinkNamesNoMailIsPassedOver(String href) throws Exception {
    assertThat(read("<feed>" + ENTRY.replace("http://x/l/1@x/", href) + ENTRY + "</feed>"))
        .hasSize(1);
  }

  private static List<Entry> read(String feed) throws IOException {
    return AtomReader.read(new ByteArrayInputStream(feed.getBytes(UTF_8)));
  }
}
