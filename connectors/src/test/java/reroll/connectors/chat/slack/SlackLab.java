package reroll.connectors.chat.slack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.chat.slack.fake.FakeSlack;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.port.Secret;
import reroll.templates.text.RichText;

/** Chats that talk to a {@link FakeSlack}, and what they hear. */
public final class SlackLab implements AutoCloseable {
  /**
   * Short where a test waits for it. A socket of a busy machine is silent for a while, so death and
   * a missing greeting take as long as Slack's own.
   */
  static final Rhythm QUICK =
      new Rhythm(
          Duration.ofMillis(400),
          Duration.ofMillis(60),
          Rhythm.USUAL.deadAfter(),
          Rhythm.USUAL.helloWithin(),
          Duration.ofMillis(300),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(300));

  final FakeSlack slack;
  final SlackChat chat;
  final List<Incoming> heard = new CopyOnWriteArrayList<>();
  private final List<AssertionError> objections = new CopyOnWriteArrayList<>();
  private final Http http;

  private SlackLab(FakeSlack slack, SlackChat chat, Http http) {
    this.slack = slack;
    this.chat = chat;
    this.http = http;
  }

  /** A chat whose posts wait for nobody's clock but its own. */
  static SlackLab in(Path folder, Steps clock) {
    return in(folder, clock, QUICK);
  }

  static SlackLab in(Path folder, Steps clock, Rhythm rhythm) {
    FakeSlack slack = new FakeSlack(clock);
    Http http = new Http("reroll/test", Pace.of(Duration.ZERO, clock));
    SlackChat chat =
        new SlackChat(
            settings(slack.api()),
            new ChatHome(folder, http, clock),
            rhythm,
            new ChannelPace(clock, clock::sleep));
    SlackLab lab = new SlackLab(slack, chat, http);
    slack.onCall(call -> lab.judge(() -> OfficialModels.check(call)));
    slack.onAnswer(answer -> lab.judge(() -> OfficialModels.checkAnswer(answer)));
    return lab;
  }

  /** Another chat of the same workspace, as after a restart. */
  SlackChat again(Path folder, Steps clock) {
    return new SlackChat(
        settings(slack.api()),
        new ChatHome(folder, http, clock),
        QUICK,
        new ChannelPace(clock, clock::sleep));
  }

  /** A chat as the program makes it, for programs that are to be killed. */
  public static SlackChat real(URI api, Path folder) {
    Clock clock = Clock.systemUTC();
    return new SlackFactory()
        .create(
            settings(api),
            new ChatHome(folder, new Http("reroll/test", Pace.of(Duration.ZERO, clock)), clock));
  }

  static SlackSettings settings(URI api) {
    return new SlackSettings(new Secret(FakeSlack.BOT_TOKEN), new Secret(FakeSlack.APP_TOKEN), api);
  }

  static Outgoing post(String key, String text) {
    return new Outgoing(
        key, FakeSlack.POND, Optional.empty(), RichText.ofMarkdown(text), Optional.empty());
  }

  private void judge(Runnable check) {
    try {
      check.run();
    } catch (AssertionError e) {
      objections.add(e);
    }
  }

  Http http() {
    return http;
  }

  void start() {
    chat.start(heard::add);
  }

  @Override
  public void close() {
    chat.close();
    slack.close();
    http.close();
    if (!objections.isEmpty()) {
      throw objections.get(0);
    }
  }
}
