package reroll.bot.filter;

/**
 * Something that a revision has and filters ask for, so that filters can be found by what a
 * revision has instead of being tried one by one. Immutable.
 *
 * @param value in lower case, but for paths
 */
public record Feature(Of of, String value) {
  /** What it is a feature of; those that fewer revisions share come first. */
  public enum Of {
    AUTHOR,
    PATH,
    TITLE,
    DOMAIN,
    LIST
  }
}
