package reroll.bot.state;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Accepted inputs, in a file to which lines are only added. A line is one write: its CRC32C, the
 * number of its first input, and the inputs as a JSON array. State thread only.
 */
final class Journal implements Closeable {
  private static final int SUM_CHARS = 8;

  private final Supplier<ObjectMapper> json;
  private final Disk.Tail tail;
  private long goodLength;

  private Journal(Supplier<ObjectMapper> json, Disk.Tail tail, long goodLength) {
    this.json = json;
    this.tail = tail;
    this.goodLength = goodLength;
  }

  /** Begins a journal; a file of that name holds nothing that anybody was promised. */
  static Journal begin(Supplier<ObjectMapper> json, Disk disk, Path file) throws IOException {
    Disk.Tail tail = disk.append(file);
    tail.cut(0);
    return new Journal(json, tail, 0);
  }

  /**
   * Adds inputs; they are safe when this returns.
   *
   * @param first the number of the first of them
   * @throws IOException if the disk does not take them; none of them counts as added then
   */
  void add(long first, List<Input> inputs) throws IOException {
    if (tail.length() != goodLength) {
      tail.cut(goodLength); // half a line, of a write that failed
    }
    byte[] line = line(first, inputs);
    tail.writeAndSync(line);
    goodLength += line.length;
  }

  private byte[] line(long first, List<Input> inputs) {
    ObjectMapper mapper = json.get();
    byte[] body =
        (first
                + " "
                + mapper
                    .writerFor(
                        mapper.getTypeFactory().constructCollectionType(List.class, Input.class))
                    .writeValueAsString(inputs))
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream line = new ByteArrayOutputStream(body.length + SUM_CHARS + 2);
    line.writeBytes((sum(body, 0, body.length) + " ").getBytes(StandardCharsets.US_ASCII));
    line.writeBytes(body);
    line.write('\n');
    return line.toByteArray();
  }

  private static String sum(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  long length() {
    return goodLength;
  }

  @Override
  public void close() throws IOException {
    tail.close();
  }

  /** One write. */
  record Entry(long first, List<Input> inputs) {}

  /**
   * What a journal holds.
   *
   * @param goodLength of the lines that are whole, in bytes
   * @param torn whether something follows them that is no whole line
   */
  record Content(List<Entry> entries, long goodLength, boolean torn) {}

  /**
   * Reads a journal. A last line that is not whole is left out: its inputs were never confirmed.
   *
   * @throws IOException if a line is damaged and another follows it
   */
  static Content read(Supplier<ObjectMapper> json, byte[] file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int start = 0;
    while (start < file.length) {
      int end = start;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      if (end == file.length || !isWhole(file, start, end)) {
        if (wholeLineFollows(file, end + 1)) {
          throw new IOException("line " + (entries.size() + 1) + " is damaged, and others follow");
        }
        return new Content(entries, start, true);
      }
      entries.add(entry(json.get(), file, start + SUM_CHARS + 1, end));
      start = end + 1;
    }
    return new Content(entries, start, false);
  }

  private static boolean isWhole(byte[] file, int start, int end) {
    int body = start + SUM_CHARS + 1;
    return end > body
        && new String(file, start, SUM_CHARS, StandardCharsets.US_ASCII)
            .equals(sum(file, body, end - body));
  }

  private static boolean wholeLineFollows(byte[] file, int from) {
    int start = from;
    for (int at = from; at < file.length; at++) {
      if (file[at] == '\n') {
        if (isWhole(file, start, at)) {
          return true;
        }
        start = at + 1;
      }
    }
    return false;
  }

  private static Entry entry(ObjectMapper json, byte[] file, int start, int end)
      throws IOException {
    int blank = start;
    while (file[blank] != ' ') {
      blank++;
    }
    long first = Long.parseLong(new String(file, start, blank - start, StandardCharsets.US_ASCII));
    try {
      List<Input> inputs =
          json.readerForListOf(Input.class).readValue(file, blank + 1, end - blank - 1);
      return new Entry(first, inputs);
    } catch (JacksonException e) {
      throw new IOException("input " + first + " is not what this program writes", e);
    }
  }
}
