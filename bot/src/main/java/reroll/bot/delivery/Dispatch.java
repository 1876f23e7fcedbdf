package reroll.bot.delivery;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.delivery.Delivery.SaveFailed;
import reroll.bot.delivery.Outbox.Owed;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/**
 * Brings one post to its chat. One that may be there already is looked for first, where the chat
 * can tell; a change of another post is simply made again, for twice is as once. Thread-safe.
 */
public final class Dispatch {
  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

  private final Delivery delivery;
  private final ChatPlatform chat;
  private final Optional<ChatPlatform.CanEdit> edits;

  /**
   * Makes one.
   *
   * @param edits how the chat changes posts; where it cannot, changes are let be, and so is what
   *     would stand below another post
   */
  public Dispatch(Delivery delivery, ChatPlatform chat, Optional<ChatPlatform.CanEdit> edits) {
    this.delivery = delivery;
    this.chat = chat;
    this.edits = edits;
  }

  /**
   * Brings it there, and notes what became of it.
   *
   * @throws ConnectorException if it is still owed
   */
  void send(Owed owed) throws ConnectorException, SaveFailed, InterruptedException {
    Post post = owed.post();
    Optional<PostId> other = post.place().other();
    if (other.isEmpty()) {
      sendOnce(owed, root(post));
      return;
    }
    Optional<String> name = delivery.nameOf(other.get());
    if (edits.isEmpty() || name.isEmpty()) {
      delivery.settle(post.id(), Optional.empty());
    } else if (post.place() instanceof Place.InsteadOf) {
      edit(name.get(), edits.get(), post);
    } else {
      sendOnce(owed, name);
    }
  }

  private static Optional<String> root(Post post) {
    return post.place() instanceof Place.InThread thread
        ? Optional.of(thread.root())
        : Optional.empty();
  }

  private void sendOnce(Owed owed, Optional<String> thread)
      throws ConnectorException, SaveFailed, InterruptedException {
    Post post = owed.post();
    Optional<String> there = owed.begun() ? find(post) : Optional.empty();
    if (!owed.begun()) {
      delivery.begin(post.id());
    }
    try {
      String name = there.isPresent() ? there.get() : chat.send(outgoing(post, thread));
      delivery.settle(post.id(), edits.map(can -> name));
    } catch (ConnectorException e) {
      log.error("{} refuses a post: {}", post.channel(), rejection(e).getMessage(), e);
      delivery.refuse(post.id(), e.getMessage());
    }
  }

  private Optional<String> find(Post post) throws ConnectorException {
    return chat instanceof ChatPlatform.CanLookUp lookUp
        ? lookUp.find(post.channel(), post.id().value())
        : Optional.empty();
  }

  private void edit(String name, ChatPlatform.CanEdit editing, Post post)
      throws ConnectorException, SaveFailed, InterruptedException {
    try {
      editing.edit(name, outgoing(post, Optional.empty()));
      delivery.settle(post.id(), Optional.empty());
    } catch (ConnectorException e) {
      String why = rejection(e).getMessage();
      log.warn("{}: a card cannot be changed and is left as it is: {}", post.channel(), why);
      delivery.refuse(post.id(), why);
    }
  }

  /** Anything but a rejection goes on its way: the post is still owed. */
  private static ConnectorException rejection(ConnectorException e) throws ConnectorException {
    if (e.outcome() != Outcome.REJECTED) {
      throw e;
    }
    return e;
  }

  private static Outgoing outgoing(Post post, Optional<String> thread) {
    return new Outgoing(post.id().value(), post.channel(), thread, post.text(), post.file());
  }
}
