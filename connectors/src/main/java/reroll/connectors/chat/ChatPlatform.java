package reroll.connectors.chat;

import java.util.List;
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
   * @return the chat's name for the new post, which is also the root of the thread below it
   */
  String send(Outgoing post) throws ConnectorException;

  @Override
  void close();

  /** Chats that can tell whether a post of this key is there already. */
  interface CanLookUp {
    /** The chat's name for the post; empty where it was never posted. */
    Optional<String> find(String channel, String key) throws ConnectorException;
  }

  /** Chats in which a post can be changed afterwards. */
  interface CanEdit {
    /**
     * Puts a new text in the place of a post's. Doing it twice is as doing it once.
     *
     * @param name the chat's name for the post, as {@link #send} told it
     * @param post what it says from now on; its key is that of the edit, its file is not looked at
     */
    void edit(String name, Outgoing post) throws ConnectorException;
  }

  /** Chats that reach a server which may refuse or fail. */
  interface CanCheck {
    /**
     * Asks the server about the account, every configured channel and the rights in it; posts
     * nothing, and needs no {@link #start}.
     *
     * @return what was found, in words, in the order of asking
     */
    List<Finding> check() throws InterruptedException;

    /** What keeps the chat from working at this moment, in words; empty where nothing does. */
    List<String> troubles();
  }

  /**
   * One thing that was looked at.
   *
   * @param good whether it is as it must be
   * @param text one sentence: what was looked at and, where it is not good, what to do
   */
  record Finding(boolean good, String text) {}

  /**
   * How one kind of chat is configured and made.
   *
   * @param <S> what the configuration file may say for this kind, and nothing else
   */
  interface Factory<S extends Record> {
    /** The word that the configuration file uses for this kind. */
    String type();

    Class<S> settings();

    /**
     * Makes the chat; talks to nobody yet.
     *
     * @throws ConnectorException if it cannot be made of these settings; the message says what to
     *     write instead
     */
    ChatPlatform create(S settings, ChatHome home) throws ConnectorException;
  }
}
