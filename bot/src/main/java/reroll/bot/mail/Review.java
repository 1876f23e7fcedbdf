package reroll.bot.mail;

import java.util.List;

/**
 * What a reply says of a patch in a word: a trailer, or a NACK. Immutable.
 *
 * @param kind as git and its users spell it, such as {@code Reviewed-by}
 * @param by whom it names
 * @param conditional whether it holds only when something is done first ("with that fixed")
 * @param patches the places of the patches that it is for; empty where it does not say
 */
public record Review(String kind, Person by, boolean conditional, List<Integer> patches) {
  /** The word against a patch. */
  public static final String NACK = "Nacked-by";

  public Review {
    patches = List.copyOf(patches);
  }

  public boolean isNack() {
    return kind.equals(NACK);
  }

  /** Whether somebody looked at the code; who tests, reports or suggests need not have. */
  public boolean isOfCode() {
    return kind.equals("Reviewed-by") || kind.equals("Acked-by") || isNack();
  }
}
