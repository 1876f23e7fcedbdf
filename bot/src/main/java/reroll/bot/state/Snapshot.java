package reroll.bot.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/**
 * The form of a snapshot: a line {@code reroll-snapshot SCHEMA CRC32C}, then the state, packed. The
 * sum is over all that follows the line. A start waits for the reading, in a process in which
 * nothing is compiled yet: bound JSON took ten times the processor's time there, and to unzip it a
 * tenth of a start, for half of the room on the disk.
 */
final class Snapshot {
  /**
   * Raised when the frame around the sections changes. A section that is new, or has a new {@link
   * Section#form}, needs none of that.
   */
  static final int SCHEMA = 5;

  /** The oldest that is read still. */
  static final int OLDEST_SCHEMA = 3;

  private static final Pattern HEADER = Pattern.compile("reroll-snapshot (\\d{1,9}) ([0-9a-f]{8})");
  private static final int MAX_HEADER_BYTES = 64;

  private static final int PIECE = 64 << 10;

  /** Up to here what follows the line is gzipped. */
  private static final int LAST_GZIPPED_SCHEMA = 4;

  /** No state shrinks more than this: real ones to a half or a third. Bounds what a bomb can do. */
  private static final long MAX_SHRINKING = 64;

  /** A small state may hold little but repeats, and may swell to this. */
  private static final long SMALL_BYTES = 4 << 20;

  /** As long as an array can be on every Java. */
  private static final long MAX_UNZIPPED = Integer.MAX_VALUE - 8;

  /** The snapshot was written by a program that knows more, or other things. */
  static final class UnknownSchemaException extends IOException {
    private UnknownSchemaException(String message) {
      super(message);
    }

    private UnknownSchemaException(int schema) {
      this(
          schema > SCHEMA
              ? "it has schema "
                  + schema
                  + ", this program knows up to "
                  + SCHEMA
                  + ": run the program that wrote it, or a newer one"
              : "it has schema "
                  + schema
                  + " of an older program, this one reads from "
                  + OLDEST_SCHEMA
                  + " to "
                  + SCHEMA
                  + ": run the program that wrote it, or start anew in an empty folder");
    }
  }

  byte[] encode(SavedState state) {
    // It grows without taking what is there anew: a state may be as large as the room that is left.
    UnsynchronizedByteArrayOutputStream out = UnsynchronizedByteArrayOutputStream.builder().get();
    byte[] room = header(0);
    out.write(room, 0, room.length);
    PackedState.write(state, new PackedOutput(out));
    byte[] file = out.toByteArray();
    CRC32C sum = new CRC32C();
    sum.update(file, room.length, file.length - room.length);
    System.arraycopy(header((int) sum.getValue()), 0, file, 0, room.length);
    return file;
  }

  /** Of the same length whatever the sum is. */
  private static byte[] header(int sum) {
    return String.format(Locale.ROOT, "reroll-snapshot %d %08x\n", SCHEMA, sum)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static int sum(Disk.Content file, long from) throws IOException {
    CRC32C sum = new CRC32C();
    byte[] piece = new byte[PIECE];
    int length = file.read(from, piece, PIECE);
    for (long at = from; length > 0; length = file.read(at, piece, PIECE)) {
      sum.update(piece, 0, length);
      at += length;
    }
    return (int) sum.getValue();
  }

  /** See {@link #decode(Disk.Content)}. */
  SavedState decode(byte[] file) throws IOException {
    return decode(Disk.Content.of(file));
  }

  /**
   * Reads a snapshot.
   *
   * @throws UnknownSchemaException if it is of a later program, or of an older one
   * @throws IOException if it is damaged
   */
  SavedState decode(Disk.Content file) throws IOException {
    byte[] first = new byte[MAX_HEADER_BYTES];
    int there = file.read(0, first, MAX_HEADER_BYTES);
    int body = 0;
    while (body < there && first[body] != '\n') {
      body++;
    }
    Matcher header = HEADER.matcher(new String(first, 0, body, StandardCharsets.US_ASCII));
    if (body == there || !header.matches()) {
      throw new IOException("it does not begin as a snapshot does");
    }
    int schema = Integer.parseInt(header.group(1));
    if (schema < OLDEST_SCHEMA || schema > SCHEMA) {
      throw new UnknownSchemaException(schema);
    }
    if (Integer.parseUnsignedInt(header.group(2), 16) != sum(file, body + 1)) {
      throw new IOException("its check sum is wrong");
    }
    return unpack(body(file, body + 1, schema), schema);
  }

  private static PackedInput body(Disk.Content file, int from, int schema) throws IOException {
    if (schema > LAST_GZIPPED_SCHEMA) {
      return new PackedInput(file, from, file.length());
    }
    byte[] bytes = unzipped(file, from);
    return new PackedInput(Disk.Content.of(bytes), 0, bytes.length);
  }

  private static byte[] unzipped(Disk.Content file, int from) throws IOException {
    int length = (int) Math.min(MAX_UNZIPPED, file.length() - from);
    byte[] zipped = new byte[length];
    file.read(from, zipped, length);
    int most = (int) Math.min(MAX_UNZIPPED, SMALL_BYTES + MAX_SHRINKING * length);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new IOException("it swells beyond all measure");
      }
      return bytes;
    }
  }

  private static SavedState unpack(PackedInput in, int schema) throws IOException {
    try {
      return schema == OLDEST_SCHEMA ? PackedState.readSchema3(in) : PackedState.read(in);
    } catch (PackedState.NewerPartException e) {
      throw new UnknownSchemaException(e.getMessage() + ": run the program that wrote it");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
