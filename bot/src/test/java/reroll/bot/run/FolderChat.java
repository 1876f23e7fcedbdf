package reroll.bot.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import reroll.bot.state.FileChat;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;

/** Channels that outlive the process that posts to them: each is a folder, each post a file. */
final class FolderChat implements ChatPlatform, ChatPlatform.CanLookUp, ChatPlatform.CanEdit {
  private final Path folder;
  private final Random slowness;
  private final Duration slowest;
  private final Map<String, FileChat> channels = new ConcurrentHashMap<>();

  FolderChat(Path folder, Random slowness, Duration slowest) {
    this.folder = folder;
    this.slowness = slowness;
    this.slowest = slowest;
  }

  private FileChat channel(String name) {
    return channels.computeIfAbsent(name, this::open);
  }

  private FileChat open(String name) {
    try {
      return new FileChat(folder.resolve(name), slowness, slowest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void start(Consumer<Incoming> inbox) {}

  @Override
  public String send(Outgoing post) throws ConnectorException {
    return channel(post.channel()).send(post);
  }

  @Override
  public void edit(String name, Outgoing post) throws ConnectorException {
    channel(post.channel()).edit(name, post);
  }

  @Override
  public Optional<String> find(String channel, String key) throws ConnectorException {
    return channel(channel).find(channel, key);
  }

  @Override
  public void close() {}
}
