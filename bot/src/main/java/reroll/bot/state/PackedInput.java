package reroll.bot.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what {@link PackedOutput} wrote. Believes nothing: whatever the bytes are, it keeps no more
 * than a few times as many, and every method throws {@link UncheckedIOException} where they cannot
 * have been written so.
 */
final class PackedInput {
  private static final int BUFFER = 64 << 10;

  private final Disk.Content content;

  /** Where what is not in the buffer yet begins, and where all ends. */
  private long next;

  private final long end;

  /** Made when it is needed: there are many inputs that wait. */
  private byte[] buffer = new byte[0];

  private int at;
  private int filled;
  private long lastSecond;
  private final List<String> names = new ArrayList<>();
  private final Supplier<String> wholeName = this::text;

  /**
   * Makes an input.
   *
   * @param from where it begins in the content
   */
  PackedInput(Disk.Content content, long from, long end) {
    this.content = content;
    this.next = from;
    this.end = end;
  }

  long number() {
    if (at < filled && buffer[at] >= 0) {
      long bits = buffer[at++]; // most are as small
      return (bits >>> 1) ^ -(bits & 1);
    }
    return longNumber();
  }

  private long longNumber() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int octet = octet();
      bits |= (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    throw damaged("a number does not end");
  }

  /** A number from 0 up to some other. */
  int count(int most) {
    long count = number();
    if (count < 0 || count > most) {
      throw damaged("a count is " + count);
    }
    return (int) count;
  }

  int smallNumber() {
    long number = number();
    if (number != (int) number) {
      throw damaged("a small number is " + number);
    }
    return (int) number;
  }

  boolean flag() {
    return octet() != 0;
  }

  int word() {
    if (filled - at < Integer.BYTES) {
      return octet() << 24 | octet() << 16 | octet() << 8 | octet();
    }
    int word = word(at);
    at += Integer.BYTES;
    return word;
  }

  private int word(int from) {
    return buffer[from] << 24
        | (buffer[from + 1] & 0xFF) << 16
        | (buffer[from + 2] & 0xFF) << 8
        | (buffer[from + 3] & 0xFF);
  }

  long longWord() {
    return (long) word() << Integer.SIZE | Integer.toUnsignedLong(word());
  }

  String text() {
    boolean narrow = flag();
    int length = length();
    if (!narrow) {
      return wideText(length);
    }
    if (length > filled - at) {
      return longText(length);
    }
    at += length;
    return new String(buffer, at - length, length, StandardCharsets.ISO_8859_1);
  }

  /** One that the buffer does not hold whole. */
  private String longText(int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) octet();
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private String wideText(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) count(Character.MAX_VALUE));
    }
    return text.toString();
  }

  /** Some bytes, to be read by themselves. */
  PackedInput part() {
    int length = length();
    long from = next - (filled - at);
    next = from + length;
    at = 0;
    filled = 0;
    return new PackedInput(content, from, next);
  }

  /** How many are to follow, of which each takes a byte at least. */
  private int length() {
    int length = count(Integer.MAX_VALUE);
    if (length > filled - at + (end - next)) {
      throw tooShort();
    }
    return length;
  }

  String name() {
    return repeated(names, wholeName);
  }

  /**
   * Something that is likely to come again.
   *
   * @param known all that came before
   */
  <T> T repeated(List<T> known, Supplier<T> whole) {
    int back = count(known.size());
    if (back > 0) {
      return known.get(known.size() - back);
    }
    T value = whole.get();
    known.add(value);
    return value;
  }

  Instant instant() {
    return Instant.ofEpochSecond(second(), nano());
  }

  /** The first half of an {@link #instant}; {@link #nano} is to be read next. */
  long second() {
    lastSecond += number();
    if (lastSecond < Instant.MIN.getEpochSecond() || lastSecond > Instant.MAX.getEpochSecond()) {
      throw damaged("no time has the second " + lastSecond);
    }
    return lastSecond;
  }

  int nano() {
    return count(999_999_999);
  }

  /** One that this machine knows. */
  ZoneId zone() {
    try {
      return ZoneId.of(text());
    } catch (DateTimeException e) {
      throw damaged("a time zone is not known here");
    }
  }

  <T> List<T> list(Supplier<T> each) {
    int size = length();
    if (size == 0) {
      return List.of();
    }
    if (size == 1) {
      return List.of(each.get());
    }
    @SuppressWarnings("unchecked") // nobody sees it but as a list of them
    T[] all = (T[]) new Object[size];
    for (int i = 0; i < size; i++) {
      all[i] = each.get();
    }
    return List.of(all);
  }

  <T> Optional<T> optional(Supplier<T> present) {
    return flag() ? Optional.of(present.get()) : Optional.empty();
  }

  /** Whether all has been read. */
  boolean isAtEnd() {
    return at == filled && next == end;
  }

  private int octet() {
    if (at == filled) {
      fill();
    }
    return buffer[at++] & 0xFF;
  }

  private void fill() {
    int wanted = (int) Math.min(BUFFER, end - next);
    if (buffer.length < wanted) {
      buffer = new byte[wanted];
    }
    try {
      filled = content.read(next, buffer, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (filled == 0) {
      throw tooShort();
    }
    at = 0;
    next += filled;
  }

  private static UncheckedIOException tooShort() {
    return damaged("it ends too early");
  }

  static UncheckedIOException damaged(String how) {
    return new UncheckedIOException(new IOException(how));
  }
}
