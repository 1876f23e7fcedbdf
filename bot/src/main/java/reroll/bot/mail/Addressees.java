package reroll.bot.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

  /** What parts the words of a header. */
  private static final boolean[] BETWEEN = table(" \t\r\n\f<>,;\"'()");

  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  /** A header that people can ask for. */
  public enum Field {
    TO(0x746f),
    CC(0x6363);

    /** Tells hashes of one field from those of the other. */
    private final int seed;

    Field(int seed) {
      this.seed = seed;
    }

    /** As people write it in a filter. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<Field> FIELDS = List.of(Field.values());

  /** Sorted, each once. */
  private final int[] hashes;

  private Addressees(int... hashes) {
    this.hashes = hashes;
  }

  /**
   * Those whose hashes {@link #toArray} gave.
   *
   * @param hashes taken over, not copied: nobody else may hold the array
   */
  public static Addressees of(int... hashes) {
    if (hashes.length == 0) {
      return NONE;
    }
    Arrays.sort(hashes);
    return new Addressees(hashes);
  }

  static Addressees in(Headers headers) {
    Gathered all = new Gathered();
    for (Field field : FIELDS) {
      headers.words(field.word()).ifPresent(header -> all.add(header, field));
    }
    return all.size == 0 ? NONE : all.sorted();
  }

  /** Every mail passes here: one walk along each header, no copies of its parts. */
  private static final class Gathered {
    private int[] hashes = new int[12];
    private int size;

    void add(String header, Field field) {
      int left = MAX;
      for (int at = 0; at < header.length() && left > 0; at++) {
        int end = endOfWord(header, at);
        int sign = lastAt(header, at, end);
        if (sign > at) {
          left--;
          add(hash(field, header, at, end));
          add(hash(field, header, at, sign + 1));
          add(hash(field, header, sign, end));
        }
        at = end;
      }
    }

    private void add(int hash) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
      }
      hashes[size++] = hash;
    }

    Addressees sorted() {
      Arrays.sort(hashes, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || hashes[i] != hashes[i - 1]) {
          hashes[kept++] = hashes[i];
        }
      }
      return new Addressees(Arrays.copyOf(hashes, kept));
    }
  }

  /** Looks no further back than the word reaches: a header may be long, and hold none. */
  private static int lastAt(String header, int from, int to) {
    int sign = to - 1;
    while (sign >= from && header.charAt(sign) != '@') {
      sign--;
    }
    return sign;
  }

  private static int endOfWord(String header, int from) {
    int end = from;
    while (end < header.length() && !isBetween(header.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBetween(char c) {
    return c < BETWEEN.length && BETWEEN[c];
  }

  private static boolean[] table(String signs) {
    boolean[] table = new boolean[128];
    signs.chars().forEach(sign -> table[sign] = true);
    return table;
  }

  /**
   * What stands for an address, for its beginning up to the {@code @}, or for its domain from the
   * {@code @} on.
   */
  public static int hash(Field field, String key) {
    return hash(field, key, 0, key.length());
  }

  /** FNV-1a, whatever the case. */
  private static int hash(Field field, String text, int from, int to) {
    int hash = FNV_OFFSET ^ field.seed;
    for (int i = from; i < to; i++) {
      hash = (hash ^ Character.toLowerCase(text.charAt(i))) * FNV_PRIME;
    }
    return hash ^ (hash >>> 15);
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
