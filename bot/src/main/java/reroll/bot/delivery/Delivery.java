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

  /** Notes that a post may be there from now on. */
  void begin(PostId post) throws SaveFailed, InterruptedException;

  /**
   * Notes that a post is done with.
   *
   * @param refusal why the chat will never take it; empty where people can see it
   */
  void settle(PostId post, Optional<String> refusal) throws SaveFailed, InterruptedException;

  /** The state could not be saved; nothing was noted. */
  final class SaveFailed extends Exception {
    public SaveFailed(Throwable cause) {
      super("the state cannot be saved: " + cause.getMessage(), cause);
    }
  }
}
