package reroll.bot.series;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and when a mail came in. Kept by the hundred thousand, so the name of a commit, which most
 * archives give their mails, is held as bits: a tenth of the room that it takes as text. Immutable.
 */
public final class Arrival {
  /** As archives in git name their mails. */
  private static final Pattern COMMIT = Pattern.compile("(0|[1-9]\\d{0,5})/([0-9a-f]{16})");

  /** Of a mail whose archive names it in another way. */
  private static final Commit NONE = new Commit(-1, 0);

  private final String list;
  private final String otherRef;
  private final int epoch;
  private final long commit;
  private final long second;
  private final int nano;

  /**
   * The beginning of a commit's name.
   *
   * @param epoch of the archive that has it
   */
  public record Commit(int epoch, long bits) {
    private static Optional<Commit> parse(String ref) {
      Matcher parts = COMMIT.matcher(ref);
      return parts.matches()
          ? Optional.of(
              new Commit(
                  Integer.parseInt(parts.group(1)), HexFormat.fromHexDigitsToLong(parts.group(2))))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return epoch + "/" + HexFormat.of().toHexDigits(bits);
    }
  }

  /**
   * Makes an arrival.
   *
   * @param list the short name of the list
   * @param ref the archive's name for the mail
   * @param at when it arrived; orders and windows go by this, never by the Date header
   */
  public Arrival(String list, String ref, Instant at) {
    Optional<Commit> named = Commit.parse(ref);
    Commit known = named.orElse(NONE);
    this.list = Objects.requireNonNull(list);
    this.otherRef = named.isPresent() ? "" : ref;
    this.epoch = known.epoch();
    this.commit = known.bits();
    this.second = at.getEpochSecond();
    this.nano = at.getNano();
  }

  /**
   * Makes the arrival of a mail that its archive names by a commit, of the parts that a snapshot
   * has: a start would make and drop three objects for each.
   *
   * @param epoch and {@code bits} as in {@link Commit}
   * @param second and {@code nano} as in {@link Instant#ofEpochSecond(long, long)}
   */
  public Arrival(String list, int epoch, long bits, long second, int nano) {
    this.list = Objects.requireNonNull(list);
    this.otherRef = "";
    this.epoch = epoch;
    this.commit = bits;
    this.second = second;
    this.nano = nano;
  }

  public String list() {
    return list;
  }

  public String ref() {
    return commit().map(Commit::toString).orElse(otherRef);
  }

  /** The commit that names it; empty where the archive gives another name. */
  public Optional<Commit> commit() {
    return epoch == NONE.epoch() ? Optional.empty() : Optional.of(new Commit(epoch, commit));
  }

  public Instant at() {
    return Instant.ofEpochSecond(second, nano);
  }

  boolean isAfter(Instant other) {
    return compare(other) > 0;
  }

  boolean isBefore(Instant other) {
    return compare(other) < 0;
  }

  private int compare(Instant other) {
    return second == other.getEpochSecond()
        ? Integer.compare(nano, other.getNano())
        : Long.compare(second, other.getEpochSecond());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Arrival arrival
        && arrival.at().equals(at())
        && arrival.commit().equals(commit())
        && arrival.otherRef.equals(otherRef)
        && arrival.list.equals(list);
  }

  @Override
  public int hashCode() {
    return Objects.hash(list, otherRef, commit, second);
  }

  @Override
  public String toString() {
    return list + " " + ref() + " at " + at();
  }
}
