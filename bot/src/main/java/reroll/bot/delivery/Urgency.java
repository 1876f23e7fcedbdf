package reroll.bot.delivery;

/**
 * Which of the posts that a channel is owed goes first: of the more urgent kind, then the older.
 */
public enum Urgency {
  /** Somebody waits for it. */
  ANSWER,
  /** News. */
  CARD,
  /** To be read at leisure. */
  DIGEST;

  /** Of a post that is no digest. */
  public static Urgency of(Post post) {
    return post.place() instanceof Place.InThread ? ANSWER : CARD;
  }
}
