package reroll.connectors.chat.matrix;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import reroll.connectors.chat.Attachment;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;
import reroll.templates.text.RichText;

/** A chat under test, with what was said to it. */
final class MatrixLab implements AutoCloseable {
  static final Patience QUICK =
      new Patience(Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofMillis(20));

  final List<Incoming> heard = new CopyOnWriteArrayList<>();
  final MatrixChat chat;
  private final Http http;

  private MatrixLab(MatrixSettings settings, Path folder, Clock clock, Patience patience) {
    http = new Http("reroll/test", Pace.of(Duration.ZERO, Clock.systemUTC()));
    chat = new MatrixChat(settings, new ChatHome(folder, http, clock), patience);
  }

  static MatrixLab of(MatrixSettings settings, Path folder) {
    return of(settings, folder, Clock.systemUTC());
  }

  static MatrixLab of(MatrixSettings settings, Path folder, Clock clock) {
    return new MatrixLab(settings, folder, clock, QUICK);
  }

  /** One that gives up an answer after so long. */
  static MatrixLab hasty(MatrixSettings settings, Path folder, Duration answer) {
    Patience hasty = new Patience(answer, QUICK.poll(), QUICK.first());
    return new MatrixLab(settings, folder, Clock.systemUTC(), hasty);
  }

  static MatrixLab started(MatrixSettings settings, Path folder) {
    MatrixLab lab = of(settings, folder);
    lab.start();
    return lab;
  }

  void start() {
    chat.start(heard::add);
  }

  /** An account with a token, and rooms parted by blanks. */
  static MatrixSettings settings(URI server, String token, String rooms, String inviters) {
    return new MatrixSettings(
        server,
        Optional.of(new Secret(token)),
        Optional.empty(),
        Optional.empty(),
        "REROLL",
        given(rooms),
        given(inviters),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a room that is told of troubles. */
  static MatrixSettings withOperators(MatrixSettings settings, String operators) {
    return with(settings, settings.loud(), Optional.of(operators));
  }

  /** The same with rooms, parted by blanks, that are told of posts. */
  static MatrixSettings withLoud(MatrixSettings settings, String rooms) {
    return with(settings, Optional.of(rooms), settings.operators());
  }

  private static MatrixSettings with(
      MatrixSettings settings, Optional<String> loud, Optional<String> operators) {
    return new MatrixSettings(
        settings.server(),
        settings.token(),
        settings.user(),
        settings.password(),
        settings.device(),
        settings.rooms(),
        settings.inviters(),
        loud,
        operators);
  }

  /** An account that logs in. */
  static MatrixSettings withPassword(URI server, String user, String password) {
    return new MatrixSettings(
        server,
        Optional.empty(),
        Optional.of(user),
        Optional.of(new Secret(password)),
        "REROLL",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(words -> !words.isEmpty());
  }

  static Outgoing post(String key, String room, String markdown) {
    return new Outgoing(
        key, room, Optional.empty(), RichText.ofMarkdown(markdown), Optional.empty());
  }

  static Outgoing answer(String key, String room, String root, String markdown) {
    return new Outgoing(
        key, room, Optional.of(root), RichText.ofMarkdown(markdown), Optional.empty());
  }

  static Outgoing withFile(Outgoing post, String name, String text) {
    return new Outgoing(
        post.key(),
        post.channel(),
        post.thread(),
        post.text(),
        Optional.of(new Attachment(name, text)));
  }

  /** Sends as the deliverer does: looks first when it tries again, and waits as it is told. */
  String deliver(Outgoing post) throws InterruptedException {
    boolean begun = false;
    while (true) {
      try {
        Optional<String> there = begun ? chat.find(post.channel(), post.key()) : Optional.empty();
        begun = true;
        return there.isPresent() ? there.get() : chat.send(post);
      } catch (ConnectorException e) {
        if (e.outcome() == ConnectorException.Outcome.REJECTED) {
          throw new IllegalStateException(e);
        }
        waitFor(e.retryAfter().orElse(Duration.ofMillis(50)));
      }
    }
  }

  private static void waitFor(Duration time) throws InterruptedException {
    new java.util.concurrent.CountDownLatch(1)
        .await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  List<String> texts() {
    return heard.stream().map(Incoming::text).toList();
  }

  @Override
  public void close() {
    chat.close();
    http.close();
  }
}
