package reroll.connectors.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.templates.text.RichText;

class TerminalChatTest {
  private final StringWriter screen = new StringWriter();
  private final List<Incoming> said = new CopyOnWriteArrayList<>();

  private TerminalChat talk(Reader input) throws InterruptedException {
    TerminalChat chat = TerminalChat.on(new PlainConsole(input, screen));
    chat.start(said::add);
    chat.awaitEnd();
    return chat;
  }

  @Test
  void everyLineIsAMessageToTheBotAlone() throws InterruptedException {
    talk(new StringReader("!digest 7d\nhelp\n"));

    assertThat(said).extracting(Incoming::text).containsExactly("!digest 7d", "help");
    assertThat(said)
        .allMatch(Incoming::direct)
        .allMatch(message -> message.channel().equals(TerminalChat.CHANNEL))
        .allMatch(message -> message.user().equals(TerminalChat.USER));
  }

  @Test
  void blankLinesSayNothingAndBlanksAroundWordsGo() throws InterruptedException {
    talk(new StringReader("\n   \n\t\n  !lists  \r\n\n"));

    assertThat(said).extracting(Incoming::text).containsExactly("!lists");
  }

  @Test
  void theLastLineCountsWithoutItsLineEnd() throws InterruptedException {
    talk(new StringReader("!lists"));

    assertThat(said).extracting(Incoming::text).containsExactly("!lists");
  }

  @Test
  void theEndOfTheInputEndsTheTalk() throws InterruptedException {
    talk(new StringReader(""));

    assertThat(said).isEmpty();
  }

  @Test
  void aBrokenInputEndsTheTalkToo() throws InterruptedException {
    talk(
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("the pipe broke");
          }

          @Override
          public void close() {}
        });

    assertThat(said).isEmpty();
  }

  @Test
  void theSameWordsTwiceAreTwoMessagesAlsoInAnotherProcess() throws InterruptedException {
    talk(new StringReader("!lists\n!lists\n"));
    talk(new StringReader("!lists\n!lists\n"));

    assertThat(said).hasSize(4).extracting(Incoming::eventId).doesNotHaveDuplicates();
  }

  @Test
  void postsStandInOrderWithALineBetween() throws InterruptedException {
    TerminalChat chat = talk(new StringReader(""));

    String first = chat.send(post("p1", RichText.ofMarkdown("**One**")));
    String second = chat.send(post("p2", RichText.ofMarkdown("- two\n- three")));

    assertThat(screen.toString().lines()).containsExactly("One", "", "• two", "• three", "");
    assertThat(List.of(first, second)).containsExactly("p1", "p2");
  }

  @Test
  void aPipeGetsNoColours() throws InterruptedException {
    TerminalChat chat = talk(new StringReader(""));

    chat.send(post("p", RichText.ofMarkdown("**bold** `code` [x](y)")));

    assertThat(chat.isInteractive()).isFalse();
    assertThat(screen.toString()).startsWith("bold code x <y>").doesNotContain("\u001B");
  }

  @Test
  void aHostileTextCannotDriveTheTerminal() throws InterruptedException {
    TerminalChat chat = talk(new StringReader(""));

    chat.send(post("p", RichText.ofPlain("\u001B[2J\u001B]0;owned\u0007 title \u009B31m\u202E")));
    chat.send(post("q", RichText.ofMarkdown("\u001B[2J`\u001B[31m`")));

    assertThat(screen.toString())
        .contains("title")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\r\n]]");
  }

  private static Outgoing post(String key, RichText text) {
    return new Outgoing(key, TerminalChat.CHANNEL, Optional.empty(), text, Optional.empty());
  }
}
