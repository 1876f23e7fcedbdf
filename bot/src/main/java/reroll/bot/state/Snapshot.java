package reroll.bot.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The form of a snapshot: a line {@code reroll-snapshot SCHEMA CRC32C}, then the state, packed and
 * gzipped. The sum is over all that follows the line. A start waits for the reading, in a process
 * in which nothing is compiled yet: bound JSON took ten times the processor's time there.
 */
final class Snapshot {
  /**
   * Raised when the frame around the sections changes. A section that is new, or has a new {@link
   * Section#form}, needs none of that.
   */
  static final int SCHEMA = 4;

  /** The oldest that is read still. */
  static final int OLDEST_SCHEMA = 3;

  private static final Pattern HEADER = Pattern.compile("reroll-snapshot (\\d{1,9}) ([0-9a-f]{8})");
  private static final int MAX_HEADER_BYTES = 64;
  private static final int BUFFER = 64 << 10;

  /** No state shrinks more than this: real ones to a half or a third. Bounds what a bomb can do. */
  private static final long MAX_SHRINKING = 64;

  /** A small state may hold little but repeats, and may swell to this. */
  private static final long SMALL_BYTES = 4 << 20;

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

  byte[] encode(SavedState state) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (OutputStream zipped = new FastGzip(body)) {
      PackedState.write(state, new PackedOutput(zipped));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream(body.size() + MAX_HEADER_BYTES);
    all.writeBytes(header(body.toByteArray()).getBytes(StandardCharsets.US_ASCII));
    body.writeTo(all);
    return all.toByteArray();
  }

  private static String header(byte[] body) {
    return String.format(Locale.ROOT, "reroll-snapshot %d %08x%n", SCHEMA, sum(body, 0))
        .replace("\r", "");
  }

  private static int sum(byte[] bytes, int from) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, bytes.length - from);
    return (int) sum.getValue();
  }

  /**
   * Reads a snapshot.
   *
   * @throws UnknownSchemaException if it is of a later program, or of an older one
   * @throws IOException if it is damaged
   */
  SavedState decode(byte[] file) throws IOException {
    int body = 0;
    while (body < Math.min(file.length, MAX_HEADER_BYTES) && file[body] != '\n') {
      body++;
    }
    Matcher header = HEADER.matcher(new String(file, 0, body, StandardCharsets.US_ASCII));
    if (!header.matches()) {
      throw new IOException("it does not begin as a snapshot does");
    }
    int schema = Integer.parseInt(header.group(1));
    if (schema < OLDEST_SCHEMA || schema > SCHEMA) {
      throw new UnknownSchemaException(schema);
    }
    if (Integer.parseUnsignedInt(header.group(2), 16) != sum(file, body + 1)) {
      throw new IOException("its check sum is wrong");
    }
    ByteArrayInputStream zipped = new ByteArrayInputStream(file, body + 1, file.length - body - 1);
    try (GZIPInputStream in = new GZIPInputStream(zipped, BUFFER)) {
      PackedInput packed = new PackedInput(in, SMALL_BYTES + MAX_SHRINKING * file.length);
      return unpack(packed, schema);
    }
  }

  private static SavedState unpack(PackedInput in, int schema) throws IOException {
    try {
      return schema == SCHEMA ? PackedState.read(in) : PackedState.readSchema3(in);
    } catch (PackedState.NewerPartException e) {
      throw new UnknownSchemaException(e.getMessage() + ": run the program that wrote it");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Mail compresses well at the lowest effort, in a third of the time. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
