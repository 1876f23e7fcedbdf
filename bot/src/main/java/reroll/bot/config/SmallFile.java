package reroll.bot.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a text file that a person wrote, whole. */
final class SmallFile {
  /** What went wrong, as half a sentence behind the file's name. */
  static final class Unreadable extends Exception {
    private final int line;

    private Unreadable(int line, String message) {
      super(message);
      this.line = line;
    }

    /** The line that is at fault, from 1; 0 where it is the whole file. */
    int line() {
      return line;
    }
  }

  private SmallFile() {}

  /** The text of a file in UTF-8, without a byte order mark. */
  static String read(Path file, int maxBytes) throws Unreadable {
    byte[] bytes = bytes(file, maxBytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new Unreadable(lineOf(bytes, in.position()), "this is not UTF-8; save it as UTF-8");
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static byte[] bytes(Path file, int maxBytes) throws Unreadable {
    if (Files.isDirectory(file)) {
      throw new Unreadable(0, "this is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(maxBytes + 1); // a device has no size to ask for
      if (bytes.length > maxBytes) {
        throw new Unreadable(0, "this is larger than " + maxBytes / 1024 + " KiB");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new Unreadable(0, "there is no such file");
    } catch (AccessDeniedException e) {
      throw new Unreadable(0, "this user may not read it");
    } catch (IOException e) {
      throw new Unreadable(0, "it cannot be read");
    }
  }

  private static int lineOf(byte[] bytes, int position) {
    byte[] before = Arrays.copyOf(bytes, position);
    int line = 1;
    for (byte b : before) {
      line += b == '\n' ? 1 : 0;
    }
    return line;
  }
}
