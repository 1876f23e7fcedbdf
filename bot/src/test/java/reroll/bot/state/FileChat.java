package reroll.bot.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;

/**
 * A chat service that outlives the process that posts to it: each post is a file, there at once or
 * not at all. It can be asked for a post, changes posts, and is as slow to confirm as a network.
 */
public final class FileChat implements ChatPlatform, ChatPlatform.CanLookUp, ChatPlatform.CanEdit {
  private final Path folder;
  private final Random slowness;
  private final Duration slowest;
  private Consumer<Incoming> inbox = early -> {};

  /** As slow as a network may be. */
  FileChat(Path folder, Random slowness) throws IOException {
    this(folder, slowness, Duration.ofMillis(20));
  }

  public FileChat(Path folder, Random slowness, Duration slowest) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.slowness = slowness;
    this.slowest = slowest;
  }

  @Override
  public void start(Consumer<Incoming> listener) {
    inbox = listener;
  }

  /** Delivers what a person said; a service that lost the connection delivers it again. */
  void say(String eventId, String text) {
    inbox.accept(new Incoming("room", "ann", eventId, Optional.empty(), text, true));
  }

  @Override
  public synchronized String send(Outgoing post) throws ConnectorException {
    try {
      List<Path> before = posts(folder);
      String name = String.format(Locale.ROOT, "%06d-%s", before.size(), post.key());
      write(name, post);
      return name;
    } catch (IOException e) {
      throw ConnectorException.unknown("the post may be there", e);
    }
  }

  @Override
  public synchronized void edit(String name, Outgoing post) throws ConnectorException {
    if (!Files.exists(folder.resolve(name))) {
      throw ConnectorException.rejected("there is no post " + name);
    }
    try {
      write(name, post);
    } catch (IOException e) {
      throw ConnectorException.unknown("the post may have changed", e);
    }
  }

  private void write(String name, Outgoing post) throws IOException {
    Path written = folder.resolve("." + name);
    Files.writeString(written, post.text().markdown());
    Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    LockSupport.parkNanos(slowness.nextLong(slowest.toNanos()));
  }

  @Override
  public synchronized Optional<String> find(String channel, String key) throws ConnectorException {
    try {
      return posts(folder).stream()
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("-" + key))
          .findFirst();
    } catch (IOException e) {
      throw ConnectorException.notSent("nobody knows", e);
    }
  }

  /** What people see, in order. */
  public static List<Path> posts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  @Override
  public void close() {}
}
