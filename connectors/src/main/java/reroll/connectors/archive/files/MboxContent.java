package reroll.connectors.archive.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The content of a file, unpacked where the file is gzip. Offsets count unpacked bytes. */
final class MboxContent {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int GZIP_BUFFER = 64 << 10;

  /** As much as is looked at and shown of a file that may be no mbox. */
  private static final int BEGINNING_CHARS = 16;

  private MboxContent() {}

  /** Opens the content behind {@code offset}: there is nothing in it if the content ends before. */
  static InputStream open(Path file, long offset) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      return startsWithMagic(channel)
          ? unpacked(channel, offset)
          : Channels.newInputStream(channel.position(offset));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean startsWithMagic(SeekableByteChannel channel) throws IOException {
    InputStream in = Channels.newInputStream(channel);
    boolean magic = (in.read() << 8 | in.read()) == GZIP_MAGIC;
    channel.position(0);
    return magic;
  }

  private static InputStream unpacked(SeekableByteChannel channel, long offset) throws IOException {
    InputStream in = new GZIPInputStream(Channels.newInputStream(channel), GZIP_BUFFER);
    long left = offset;
    long skipped;
    do {
      skipped = in.skip(left);
      left -= skipped;
    } while (left > 0 && skipped > 0);
    return in;
  }

  /** The first characters of the first line that is not empty. */
  static String beginning(Path file) throws IOException {
    try (InputStream in = open(file, 0)) {
      String text = new LineReader(in, 0).nextNotBlank().map(Line::text).orElse("");
      return text.substring(0, Math.min(text.length(), BEGINNING_CHARS)).stripTrailing();
    }
  }
}
