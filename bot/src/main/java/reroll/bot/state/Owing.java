package reroll.bot.state;

import java.time.Instant;
import java.util.Optional;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.delivery.Urgency;
import reroll.templates.Templates;
import reroll.templates.View;

/** Turns what is to be said into posts that are owed. State thread only. */
record Owing(Outbox outbox, Templates templates) {
  /** Owes an answer to an event, unless it is owed or settled already. */
  void answer(PostId id, String channel, String event, View view, Instant since) {
    owe(id, channel, Optional.of(event), view, since);
  }

  /** Owes what nobody asked for, unless it is owed or settled already. */
  void tell(PostId id, String channel, View view, Instant since) {
    owe(id, channel, Optional.empty(), view, since);
  }

  /** Owes a digest that nobody asked for now, unless it is owed or settled already. */
  void digest(PostId id, String channel, View view, Instant since) {
    outbox.add(post(id, channel, Optional.empty(), view, since), Urgency.DIGEST);
  }

  private void owe(PostId id, String channel, Optional<String> event, View view, Instant since) {
    outbox.add(post(id, channel, event, view, since));
  }

  private Post post(PostId id, String channel, Optional<String> event, View view, Instant since) {
    return new Post(id, channel, event, templates.richText(view), Optional.empty(), since);
  }
}
