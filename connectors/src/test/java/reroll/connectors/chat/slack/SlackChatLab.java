package reroll.connectors.chat.slack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reroll.connectors.chat.ChatLab;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.chat.slack.fake.Fault;
import reroll.connectors.chat.slack.fake.Shown;
import tools.jackson.databind.node.ObjectNode;

/** A channel of a Slack workspace. */
public final class SlackChatLab implements ChatLab {
  private static final String POST = "chat.postMessage";

  private final Steps clock = new Steps();
  private final Path folder;
  private final SlackLab lab;

  private SlackChatLab(Path folder) {
    this.folder = folder;
    lab = SlackLab.in(folder, clock);
  }

  public static ChatLab in(Path folder) {
    return new SlackChatLab(folder);
  }

  @Override
  public String type() {
    return new SlackFactory().type();
  }

  @Override
  public ChatPlatform chat() {
    return lab.chat;
  }

  @Override
  public ChatPlatform again() {
    return lab.again(folder, clock);
  }

  @Override
  public String channel() {
    return FakeSlack.POND;
  }

  @Override
  public List<Seen> seen() {
    return lab.slack.posts(FakeSlack.POND).stream().map(this::show).toList();
  }

  private Seen show(ObjectNode message) {
    Shown shown = lab.slack.shown(message);
    Optional<String> thread =
        Optional.of(message.path("thread_ts").asString("")).filter(root -> !root.isEmpty());
    return new Seen(message.path("ts").asString(""), shown.text(), thread, shown.pings());
  }

  @Override
  public void loseNextAnswer() {
    lab.slack.next(POST, new Fault.Cut());
  }

  @Override
  public void refuseNext() {
    lab.slack.next(POST, new Fault.TooFast(5));
  }

  @Override
  public void pass(Duration time) {
    clock.sleep(time);
  }

  @Override
  public void close() {
    lab.close();
  }
}
