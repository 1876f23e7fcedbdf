package reroll.bot.state;

import java.time.Instant;
import java.util.Optional;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.delivery.Urgency;
import reroll.templates.Templates;
import reroll.templates.View;
import reroll.templates.text.RichText;

/** Turns what is to be said into posts that are owed. State thread only. */
record Owing(Outbox outbox, Templates templates) {
  /** Owes an answer to an event, unless it is owed or settled already. */
  void answer(PostId id, String channel, String event, View view, Instant since) {
    owe(id, channel, new Place.InThread(event), view, since);
  }

  /** Owes what nobody asked for, unless it is owed or settled already. */
  void tell(PostId id, String channel, View view, Instant since) {
    owe(id, channel, new Place.InChannel(), view, since);
  }

  /** Owes a digest that nobody asked for now, unless it is owed or settled already. */
  void digest(PostId id, String channel, View view, Instant since) {
    outbox.add(post(id, channel, new Place.InChannel(), text(view), since), Urgency.DIGEST);
  }

  /** Owes a post to a place in a channel, unless it is owed or settled already. */
  void owe(PostId id, String channel, Place place, View view, Instant since) {
    owe(id, channel, place, text(view), since);
  }

  void owe(PostId id, String channel, Place place, RichText text, Instant since) {
    outbox.add(post(id, channel, place, text, since));
  }

  private static Post post(PostId id, String channel, Place place, RichText text, Instant since) {
    return new Post(id, channel, place, text, Optional.empty(), since);
  }

  /** How a view reads. */
  RichText text(View view) {
    return templates.richText(view);
  }
}
