package reroll.bot.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Whom a mail was sent to, as far as somebody can ask for it: of each address a hash, and one of
 * its part before the {@code @} and one of its domain. Kept by the hundred thousand, so it holds no
 * text. Immutable.
 */
public final class Addressees {
  public static final Addressees NONE = new Addressees();

  /** Addresses of one header that are kept; of the kernel's mails one in thousands has more. */
  static final int MAX = 64;

  /** Two headers, three hashes an address. */
  public static final int MAX_HASHES = 2 * 3 * MAX;

  private static final Pattern BETWEEN = Pattern.compile("[\\s<>,;\"'()]+");

  /** A header that people can ask for. */
  public enum Field {
    TO,
    CC;

    /** As people write it in a filter. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Sorted, each once. */
  private final int[] hashes;

  private Addressees(int... hashes) {
    this.hashes = hashes;
  }

  /** Takes hashes as {@link #toArray} gave them. */
  public static Addressees of(int... hashes) {
    return hashes.length == 0 ? NONE : new Addressees(IntStream.of(hashes).sorted().toArray());
  }

  static Addressees in(Headers headers) {
    return of(
        Arrays.stream(Field.values())
            .flatMapToInt(field -> in(headers.text(field.word()).orElse(""), field))
            .distinct()
            .toArray());
  }

  private static IntStream in(String header, Field field) {
    return BETWEEN
        .splitAsStream(header)
        .filter(word -> word.indexOf('@') > 0)
        .limit(MAX)
        .flatMap(Addressees::keys)
        .mapToInt(key -> hash(field, key));
  }

  private static Stream<String> keys(String address) {
    int at = address.lastIndexOf('@');
    return Stream.of(address, address.substring(0, at + 1), address.substring(at));
  }

  /**
   * What stands for an address, for its beginning up to the {@code @}, or for its domain from the
   * {@code @} on.
   */
  public static int hash(Field field, String key) {
    CRC32C sum = new CRC32C();
    String lower = field.word() + " " + key.toLowerCase(Locale.ROOT);
    sum.update(lower.getBytes(StandardCharsets.UTF_8));
    return (int) sum.getValue();
  }

  /** Whether a {@link #hash} is among them. */
  public boolean has(int hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  /** A copy of the hashes, sorted. */
  public int[] toArray() {
    return hashes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Addressees addressees && Arrays.equals(addressees.hashes, hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return hashes.length + " hashes of addressees";
  }
}
