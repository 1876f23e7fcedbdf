package reroll.connectors.chat.slack;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Look;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;

/**
 * A Slack workspace. Channels are named as Slack names them ({@code C…}, {@code G…}, {@code D…}),
 * messages by their {@code ts}. Mentions, direct messages, the slash command and buttons are heard
 * as commands without a prefix. Thread-safe.
 */
public final class SlackChat
    implements ChatPlatform, ChatPlatform.CanLookUp, ChatPlatform.CanEdit, ChatPlatform.CanCheck {
  /** How a workspace is configured. */
  public static final Factory<?> FACTORY = new SlackFactory();

  /** How it lays texts out. */
  public static final Look LOOK = new SlackLook();

  private final Line line;
  private final Poster poster;
  private final Whispers whispers;
  private final Rhythm rhythm;
  private final ChatHome home;

  /** What runs since the start. Guarded by this. */
  private Optional<Hearing> hearing = Optional.empty();

  /** The threads of a chat that was started. */
  private record Hearing(Inlet inlet, SocketMode socket) {}

  SlackChat(SlackSettings settings, ChatHome home, Rhythm rhythm, ChannelPace pace) {
    this.home = home;
    this.rhythm = rhythm;
    line = Line.of(settings, home.http(), home.clock());
    Attempts attempts = new Attempts(home.folder().resolve("sending"));
    whispers = new Whispers(line, attempts, home.clock());
    History history = new History(line.api(), line.troubles());
    poster =
        new Poster(
            line,
            pace,
            attempts,
            new Search(line, history),
            new Uploads(line.api(), history, line.troubles()),
            home.clock());
  }

  /** Connects in the background: Slack may be away for now, and tokens may be mended. */
  @Override
  public synchronized void start(Consumer<Incoming> inbox) {
    if (hearing.isPresent()) {
      throw new IllegalStateException("started already");
    }
    Consumer<Heard> sink =
        heard -> {
          whispers.remember(heard);
          inbox.accept(heard.said());
        };
    Unread unread = new Unread(home.folder().resolve("unread"));
    Inlet inlet = new Inlet(line.account(), sink, unread, rhythm, line.troubles());
    SocketMode socket = new SocketMode(line, inlet, home.clock(), rhythm);
    hearing = Optional.of(new Hearing(inlet, socket));
    socket.start();
  }

  @Override
  public String send(Outgoing post) throws ConnectorException {
    Place place = Place.of(post.thread());
    if (place instanceof Place.Whisper whisper) {
      return whispers.send(post, whisper);
    }
    return poster.send(
        post, place instanceof Place.Below thread ? Optional.of(thread.root()) : Optional.empty());
  }

  @Override
  public Optional<String> find(String channel, String key) throws ConnectorException {
    return poster.find(channel, key);
  }

  @Override
  public void edit(String name, Outgoing post) throws ConnectorException {
    poster.edit(name, post);
  }

  @Override
  public List<Finding> check() throws InterruptedException {
    return new Check(line.api()).run();
  }

  @Override
  public List<String> troubles() {
    return line.troubles().sentences();
  }

  @Override
  public synchronized void close() {
    hearing.ifPresent(
        running -> {
          running.socket().close();
          running.inlet().close();
        });
  }
}
