package reroll.bot.delivery;

import java.util.List;
import java.util.Optional;
import reroll.bot.delivery.Outbox.Owed;

/** What the {@link Deliverer} needs of the state. Each call returns when it is safe. */
public interface Delivery {
  /** The oldest post owed to each channel. */
  List<Owed> heads() throws SaveFailed, InterruptedException;

  /** The oldest post owed to this channel. */
  Optional<Owed> head(String channel) throws SaveFailed, InterruptedException;

  /** The chat's name for a post that others change or stand below; empty where it is forgotten. */
  Optional<String> nameOf(PostId post) throws SaveFailed, InterruptedException;

  /** Notes that a post may be there from now on. */
  void begin(PostId post) throws SaveFailed, InterruptedException;

  /**
   * Notes that people can see a post, or that nobody needs it any more.
   *
   * @param name by which the chat changes it; empty where that cannot be
   */
  void settle(PostId post, Optional<String> name) throws SaveFailed, InterruptedException;

  /** Notes that the chat will never take a post, and why. */
  void refuse(PostId post, String why) throws SaveFailed, InterruptedException;

  /** The state could not be saved; nothing was noted. */
  final class SaveFailed extends Exception {
    public SaveFailed(Throwable cause) {
      super("the state cannot be saved: " + cause.getMessage(), cause);
    }
  }
}
