package reroll.connectors.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One kind of chat with one channel, before a server of the test, and what people see there. */
public interface ChatLab extends AutoCloseable {
  /**
   * A post as people see it.
   *
   * @param name the chat's name for it
   * @param text all that can be read, edits applied
   * @param thread the root of the thread that it stands in
   * @param pings whom it calls
   */
  record Seen(String name, String text, Optional<String> thread, List<String> pings) {}

  /** The kind, as {@link ChatPlatform.Factory#type} says it. */
  String type();

  ChatPlatform chat();

  /** Another of the same account and folder, as after a restart. */
  ChatPlatform again();

  String channel();

  /** The bot's posts, oldest first. */
  List<Seen> seen();

  /** The next post arrives, but its answer does not. */
  void loseNextAnswer();

  /** The next post is refused for now: too many came. */
  void refuseNext();

  /** Lets time go by. */
  void pass(Duration time) throws InterruptedException;

  @Override
  void close();
}
