package reroll.bot.state;

import java.util.Optional;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Outbox.Owed;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.PostId;

/** Notes what became of posts. State thread only. */
record Settling(Outbox outbox, Cards cards) {
  void take(Input.PostSettled settled) {
    Optional<Place> place = outbox.find(settled.post()).map(Owed::post).map(post -> post.place());
    if (settled.refusal().isPresent()) {
      outbox.refuse(settled.post(), settled.refusal().get(), settled.at());
      cards.forget(changed(place).orElse(settled.post()));
    } else {
      outbox.sent(settled.post());
      name(settled.post(), settled.name());
    }
  }

  /** The card of which a chat will take no further change. */
  private static Optional<PostId> changed(Optional<Place> place) {
    return place
        .filter(Place.InsteadOf.class::isInstance)
        .map(Place.InsteadOf.class::cast)
        .map(Place.InsteadOf::post);
  }

  private void name(PostId post, Optional<String> name) {
    Optional<Card> card = cards.find(post);
    if (card.isPresent()) {
      name.ifPresentOrElse(
          chats -> cards.put(card.get().named(chats)), () -> cards.forget(card.get().post()));
    }
  }
}
