package reroll.connectors.chat.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Look;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;

/**
 * The rooms of one account at a Matrix homeserver. A channel is a room, by its id or an alias; it
 * keeps its name when the room moves to another. Thread-safe.
 */
public final class MatrixChat
    implements ChatPlatform, ChatPlatform.CanLookUp, ChatPlatform.CanEdit, ChatPlatform.CanCheck {
  /** How it is configured. */
  public static final Factory<?> FACTORY = new MatrixFactory();

  /** How it lays texts out. */
  public static final Look LOOK = new MatrixLook();

  /** As long as the sync may take to save its place. */
  private static final Duration LAST_WORK = Duration.ofSeconds(5);

  private final Parts parts;
  private final ChatHome home;
  private final Patience patience;
  private final AtomicReference<Optional<Listening>> listening =
      new AtomicReference<>(Optional.empty());

  /** The sync and its thread. */
  private record Listening(SyncLoop loop, Thread thread) {}

  MatrixChat(MatrixSettings settings, ChatHome home, Patience patience) {
    this.parts = Parts.of(settings, home, patience);
    this.home = home;
    this.patience = patience;
  }

  @Override
  public void start(Consumer<Incoming> inbox) {
    SyncLoop loop = new SyncLoop(parts, patience, home.clock(), inbox);
    Thread thread = new Thread(loop, "matrix-sync " + parts.settings().server().getHost());
    thread.setDaemon(true);
    listening.set(Optional.of(new Listening(loop, thread)));
    thread.start();
  }

  @Override
  public String send(Outgoing post) throws ConnectorException {
    return waiting(() -> parts.poster().send(post));
  }

  @Override
  public Optional<String> find(String channel, String key) throws ConnectorException {
    return waiting(() -> parts.poster().find(channel, key));
  }

  @Override
  public void edit(String name, Outgoing post) throws ConnectorException {
    waiting(
        () -> {
          parts.poster().edit(name, post);
          return name;
        });
  }

  /** A request that its thread may be told to give up. */
  private interface Asking<T> {
    T ask() throws ConnectorException, InterruptedException;
  }

  private static <T> T waiting(Asking<T> asking) throws ConnectorException {
    try {
      return asking.ask();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw ConnectorException.unknown("told to stop before the homeserver answered", stop);
    }
  }

  @Override
  public List<Finding> check() throws InterruptedException {
    return new Checkup(parts).findings();
  }

  @Override
  public List<String> troubles() {
    List<String> all = new ArrayList<>(parts.session().trouble().stream().toList());
    parts.troubles().all().stream().filter(trouble -> !all.contains(trouble)).forEach(all::add);
    return all;
  }

  @Override
  public void close() {
    Optional<Listening> running = listening.getAndSet(Optional.empty());
    if (running.isPresent()) {
      running.get().loop().close();
      running.get().thread().interrupt();
      awaitEnd(running.get().thread());
    }
  }

  /** Whoever closes may delete the folder next; a place that is just being saved comes first. */
  private static void awaitEnd(Thread sync) {
    try {
      sync.join(LAST_WORK.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
