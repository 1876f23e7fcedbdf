package reroll.bot.mail;

/**
 * The place of a mail in its posting: {@code 3/7}. 0 is the cover letter. Immutable.
 *
 * @param index 0 to 99,999; may exceed {@code total} for patches that were added later
 * @param fraction of an index such as {@code 2.5}, which stands between 2 and 3; 0 where there is
 *     none
 * @param total at least 1
 */
public record Counter(int index, int fraction, int total) implements Comparable<Counter> {
  public boolean isCover() {
    return index == 0 && fraction == 0;
  }

  /** Whether this patch was not announced by the others: {@code 6/5}, {@code 2.5/4}. */
  public boolean isAddition() {
    return index > total || fraction > 0;
  }

  @Override
  public int compareTo(Counter other) {
    return index != other.index
        ? Integer.compare(index, other.index)
        : Integer.compare(fraction, other.fraction);
  }

  /** Which one of them: {@code 3}, {@code 2.5}. */
  public String position() {
    return index + (fraction == 0 ? "" : "." + fraction);
  }

  /** As people write it: {@code 3/7}, {@code 2.5/4}. */
  @Override
  public String toString() {
    return position() + "/" + total;
  }
}
