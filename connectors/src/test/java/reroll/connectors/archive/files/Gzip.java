package reroll.connectors.archive.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Packs text. */
final class Gzip {
  private Gzip() {}

  /** One gzip member. */
  static byte[] of(String content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content.getBytes(ISO_8859_1));
    }
    return packed.toByteArray();
  }
}
