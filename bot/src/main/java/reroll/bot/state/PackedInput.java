package reroll.bot.state;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what {@link PackedOutput} wrote. Believes nothing: whatever the bytes are, it keeps no more
 * than a few times what it has read, and every method throws {@link UncheckedIOException} where
 * they cannot have been written so.
 */
final class PackedInput {
  private static final int BUFFER = 64 << 10;

  /** Far above any text of a mail or a post that is kept. */
  private static final int MAX_CHARS = 16 << 20;

  /** A list takes room for so many at once, and for more when they are there. */
  private static final int FIRST_ROOM = 16;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long bytesLeft;
  private long lastSecond;
  private final List<String> names = new ArrayList<>();

  /**
   * Makes an input.
   *
   * @param maxBytes more are not read
   */
  PackedInput(InputStream in, long maxBytes) {
    this.in = in;
    this.bytesLeft = maxBytes;
  }

  long number() {
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
    if (end - at >= Integer.BYTES) {
      at += Integer.BYTES;
      return (int) WORD.get(buffer, at - Integer.BYTES);
    }
    return octet() << 24 | octet() << 16 | octet() << 8 | octet();
  }

  long longWord() {
    return (long) word() << Integer.SIZE | Integer.toUnsignedLong(word());
  }

  String text() {
    boolean narrow = flag();
    int length = count(MAX_CHARS);
    if (!narrow || length > end - at) {
      return slowText(length, narrow);
    }
    at += length;
    return new String(buffer, at - length, length, StandardCharsets.ISO_8859_1);
  }

  /** One that the buffer does not hold whole, or one of wide characters. */
  private String slowText(int length, boolean narrow) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) (narrow ? octet() : count(Character.MAX_VALUE)));
    }
    return text.toString();
  }

  /** Takes room for what is there, not for what is claimed. */
  byte[] bytes() {
    int length = count(Integer.MAX_VALUE);
    byte[] all = new byte[Math.min(length, BUFFER)];
    for (int filled = 0; filled < length; ) {
      if (filled == all.length) {
        all = Arrays.copyOf(all, (int) Math.min(length, 2L * filled));
      }
      if (at == end && !hasMore()) {
        throw new UncheckedIOException(new EOFException("it ends too early"));
      }
      int taken = Math.min(end - at, all.length - filled);
      System.arraycopy(buffer, at, all, filled, taken);
      at += taken;
      filled += taken;
    }
    return all;
  }

  String name() {
    return repeated(names, this::text);
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
    lastSecond += number();
    int nano = count(999_999_999);
    try {
      return Instant.ofEpochSecond(lastSecond, nano);
    } catch (DateTimeException e) {
      throw damaged("no time has the second " + lastSecond);
    }
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
    int size = count(Integer.MAX_VALUE);
    if (size == 0) {
      return List.of();
    }
    if (size == 1) {
      return List.of(each.get());
    }
    List<T> list = new ArrayList<>(Math.min(size, FIRST_ROOM));
    for (int i = 0; i < size; i++) {
      list.add(each.get());
    }
    return List.copyOf(list);
  }

  <T> Optional<T> optional(Supplier<T> present) {
    return flag() ? Optional.of(present.get()) : Optional.empty();
  }

  /** Whether all has been read. */
  boolean isAtEnd() {
    return at == end && !hasMore();
  }

  private int octet() {
    if (at == end && !hasMore()) {
      throw new UncheckedIOException(new EOFException("it ends too early"));
    }
    return buffer[at++] & 0xFF;
  }

  private boolean hasMore() {
    try {
      at = 0;
      end = Math.max(0, in.read(buffer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytesLeft -= end;
    if (bytesLeft < 0) {
      throw damaged("it swells beyond all measure");
    }
    return end > 0;
  }

  static UncheckedIOException damaged(String how) {
    return new UncheckedIOException(new IOException(how));
  }
}
