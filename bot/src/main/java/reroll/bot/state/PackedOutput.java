package reroll.bot.state;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes numbers and texts one behind the other, without names and without types: {@link
 * PackedInput} has to ask for them in the same order. Numbers take as few bytes as they need. What
 * comes again is written once. The owner of one writes one snapshot with it.
 */
final class PackedOutput {
  private static final int BUFFER = 64 << 10;

  /**
   * For what comes anew with each mail of a slice: a table that grows is filled again each time.
   */
  static final int ROOM_FOR_MANY = 1 << 15;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private long lastSecond;
  private final Map<String, Integer> names = new HashMap<>(ROOM_FOR_MANY);

  PackedOutput(OutputStream out) {
    this.out = out;
  }

  /** Seven bits in a byte, the lowest first; a sign costs one bit. */
  void number(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      octet((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  void flag(boolean value) {
    octet(value ? 1 : 0);
  }

  /** Four bytes; for what is spread over all of them, such as hashes. */
  void word(int value) {
    octet(value >>> 24);
    octet(value >>> 16);
    octet(value >>> 8);
    octet(value);
  }

  /** Eight bytes, for the same. */
  void longWord(long value) {
    word((int) (value >>> Integer.SIZE));
    word((int) value);
  }

  /** Any text, with a byte for each character where that is enough, as nearly always. */
  void text(String value) {
    boolean narrow = isNarrow(value);
    flag(narrow);
    number(value.length());
    if (narrow) {
      octets(value.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      value.chars().forEach(this::number);
    }
  }

  private static boolean isNarrow(String value) {
    int at = 0;
    while (at < value.length() && value.charAt(at) <= 0xFF) {
      at++;
    }
    return at == value.length();
  }

  void bytes(byte[] value) {
    number(value.length);
    octets(value);
  }

  private void octets(byte[] value) {
    if (value.length > buffer.length - filled) {
      flush();
    }
    if (value.length > buffer.length) {
      write(value, value.length);
    } else {
      System.arraycopy(value, 0, buffer, filled, value.length);
      filled += value.length;
    }
  }

  /** A text that is likely to come again. */
  void name(String value) {
    repeated(names, value, this::text);
  }

  /**
   * Something that is likely to come again: how many new ones ago it came, or 0 and the whole of it
   * where it is new.
   *
   * @param known all that came before, and how many were before each
   */
  <T> void repeated(Map<T, Integer> known, T value, Consumer<T> whole) {
    int size = known.size();
    Integer before = known.putIfAbsent(value, size);
    if (before != null) {
      number(size - before);
    } else {
      number(0);
      whole.accept(value);
    }
  }

  /** A time, by what lies between it and the one before. */
  void instant(Instant value) {
    number(value.getEpochSecond() - lastSecond);
    number(value.getNano());
    lastSecond = value.getEpochSecond();
  }

  <T> void list(Collection<T> values, Consumer<T> each) {
    number(values.size());
    values.forEach(each);
  }

  <T> void optional(Optional<T> value, Consumer<T> present) {
    flag(value.isPresent());
    value.ifPresent(present);
  }

  private void octet(int value) {
    if (filled == buffer.length) {
      flush();
    }
    buffer[filled++] = (byte) value;
  }

  /** To be called at the end. */
  void flush() {
    write(buffer, filled);
    filled = 0;
  }

  private void write(byte[] from, int length) {
    try {
      out.write(from, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
