package reroll.bot.state;

import java.util.List;
import java.util.Optional;
import reroll.bot.delivery.Fingerprint;
import reroll.bot.delivery.PostId;
import reroll.bot.series.Revision;

/**
 * A post that tells a channel of revisions, and goes on being true after it was posted. Immutable.
 *
 * @param post as it was posted first
 * @param told what it tells of; several where many came at once
 * @param why it was told
 * @param name the chat's name for it; empty until the chat has it
 * @param shows stands for the text that it shows, or will when all that is owed has gone out
 * @param texts how many texts it has had
 */
public record Card(
    PostId post,
    String channel,
    List<Told> told,
    String why,
    Optional<String> name,
    Fingerprint shows,
    int texts) {

  /**
   * One revision on a card.
   *
   * @param revision its number
   * @param newer the number of the revision by whose card it was superseded; 0 while it was not
   */
  public record Told(long revision, long newer) {
    boolean isSuperseded() {
      return newer != 0;
    }
  }

  public Card {
    told = List.copyOf(told);
  }

  /** One that has no text so far. */
  static Card blank(PostId post, String channel, List<Revision> revisions, String why) {
    List<Told> told = revisions.stream().map(r -> new Told(r.number(), 0)).toList();
    return new Card(post, channel, told, why, Optional.empty(), Fingerprint.of(""), 0);
  }

  /** Whether it is of one revision alone. */
  boolean isAlone() {
    return told.size() == 1;
  }

  Card named(String chatsName) {
    return new Card(post, channel, told, why, Optional.of(chatsName), shows, texts);
  }

  Card telling(List<Told> now) {
    return new Card(post, channel, now, why, name, shows, texts);
  }

  Card changedTo(Fingerprint text) {
    return new Card(post, channel, told, why, name, text, texts + 1);
  }
}
