package reroll.connectors.chat.slack;

import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.ChatPlatform;

/** Makes chats of what the configuration file says. */
final class SlackFactory implements ChatPlatform.Factory<SlackSettings> {
  @Override
  public String type() {
    return "slack";
  }

  @Override
  public Class<SlackSettings> settings() {
    return SlackSettings.class;
  }

  @Override
  public SlackChat create(SlackSettings settings, ChatHome home) {
    ChannelPace pace = new ChannelPace(home.clock(), wait -> Thread.sleep(wait.toMillis()));
    return new SlackChat(settings, home, Rhythm.USUAL, pace);
  }
}
