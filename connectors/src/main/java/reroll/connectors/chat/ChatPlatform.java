package reroll.connectors.chat;

import java.util.Optional;
import java.util.function.Consumer;
import reroll.connectors.port.ConnectorException;

/** One chat service. Thread-safe. */
public interface ChatPlatform extends AutoCloseable {
  /**
   * Connects and keeps reconnecting until {@link #close}.
   *
   * @param inbox takes what people say, on the chat's own thread; may block for as long as it takes
   *     to make the message safe
   */
  void start(Consumer<Incoming> inbox) throws ConnectorException;

  /**
   * Posts, and returns when people can see it.
   *
   * @return the chat's name for the new post
   */
  String send(Outgoing post) throws ConnectorException;

  @Override
  void close();

  /** Chats that can tell whether a post of this key is there already. */
  interface CanLookUp {
    /** The chat's name for the post; empty where it was never posted. */
    Optional<String> find(String channel, String key) throws ConnectorException;
  }
}
