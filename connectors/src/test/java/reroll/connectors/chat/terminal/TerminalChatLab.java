package reroll.connectors.chat.terminal;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reroll.connectors.chat.ChatLab;
import reroll.connectors.chat.ChatPlatform;

/** A screen. Nothing is between the bot and it that could lose or refuse a post. */
public final class TerminalChatLab implements ChatLab {
  private final StringWriter screen = new StringWriter();
  private final TerminalChat chat = TerminalChat.on(new PlainConsole(new StringReader(""), screen));

  @Override
  public String type() {
    return "terminal";
  }

  @Override
  public ChatPlatform chat() {
    return chat;
  }

  @Override
  public ChatPlatform again() {
    return chat;
  }

  @Override
  public String channel() {
    return TerminalChat.CHANNEL;
  }

  /** All of the screen as one: it parts nothing. */
  @Override
  public List<Seen> seen() {
    return List.of(new Seen("screen", screen.toString(), Optional.empty(), List.of()));
  }

  @Override
  public void loseNextAnswer() {}

  @Override
  public void refuseNext() {}

  @Override
  public void pass(Duration time) {}

  @Override
  public void close() {
    chat.close();
  }
}
