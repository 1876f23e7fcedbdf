package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.chat.slack.fake.Fault;
import reroll.connectors.chat.slack.fake.Shown;
import reroll.templates.text.Markdown;
import reroll.templates.text.RichText;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a mail says, it calls nobody and leads nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoPingsTest {
  private static final List<String> EVIL =
      List.of(
          "<!channel>",
          "<!here|here>",
          "<!everyone>",
          "<@U1>",
          "<@U1|ann>",
          "<#C1|pond>",
          "<!subteam^S1|@crew>",
          "<!date^1^{date}|x>",
          "<http://evil|lore.kernel.org>",
          "<mailto:a@b.c|d>",
          "&lt;!channel&gt;",
          "&amp;lt;!channel&amp;gt;",
          "*bold* _italic_ ~strike~ `code` ```pre```",
          "> quote",
          ":smile:",
          "http://evil.example a@b.c",
          "[x](http://evil.example)",
          "**x** <b>x</b> &#60;!channel&#62;");

  private final AtomicInteger keys = new AtomicInteger();
  private SlackLab lab;

  @BeforeAll
  void begin(@TempDir Path folder) {
    lab = SlackLab.in(folder, new Steps());
  }

  @AfterAll
  void end() {
    lab.close();
  }

  private ObjectNode seen(RichText text) throws Exception {
    String key = "k" + keys.incrementAndGet();
    String ts = lab.chat.send(new Outgoing(key, POND, Optional.empty(), text, Optional.empty()));
    return lab.slack.message(POND, ts);
  }

  /** All ways in which words of strangers get into a text. */
  static Stream<String> texts() {
    return EVIL.stream()
        .flatMap(
            evil ->
                Stream.of(
                    Markdown.escape(evil),
                    "**" + Markdown.escape(evil) + "** by *" + Markdown.escape(evil) + "*",
                    "- " + Markdown.escape(evil),
                    Markdown.code(evil),
                    Markdown.fenced(evil),
                    "*" + Markdown.escape(evil) + "*",
                    "# " + Markdown.escape(evil),
                    "> " + Markdown.escape(evil)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void nobodyIsCalledAndNoLinkIsMade(String markdown) throws Exception {
    ObjectNode blocks = seen(RichText.ofMarkdown(markdown));
    lab.slack.next("chat.postMessage", new Fault.Says("invalid_blocks"));
    ObjectNode plain = seen(RichText.ofMarkdown(markdown));

    assertThat(blocks.has("blocks")).isTrue();
    assertThat(plain.has("blocks")).isFalse();
    for (ObjectNode message : List.of(blocks, plain)) {
      assertThat(lab.slack.shown(message).pings()).isEmpty();
      assertThat(lab.slack.shown(message).links()).isEmpty();
    }
  }

  @Test
  void peopleReadWhatTheMailSays() throws Exception {
    for (String evil : EVIL) {
      assertThat(lab.slack.shown(seen(RichText.ofPlain(evil))).text()).isEqualTo(evil);
    }
  }

  @Test
  void aLinkOfATemplateLeadsWhereItSays() throws Exception {
    String url = "https://lists.example/a%7Cb/?x=1&y=%3C";

    ObjectNode message = seen(RichText.ofMarkdown("[a \\> \\| b](<" + url + ">)"));

    assertThat(lab.slack.shown(message).links()).containsExactly(new Shown.Link(url, "a > | b"));
  }
}
