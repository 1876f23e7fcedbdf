package reroll.connectors.archive.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Whatever a server sends as its manifest is one, or none. */
public final class ManifestFuzz {
  private ManifestFuzz() {}

  public static List<byte[]> seeds() {
    return Stream.of(
            "{\"/kvm/git/0.git\":{\"fingerprint\":\"ab\",\"modified\":1,\"reference\":null},"
                + "\"/kvm/git/1.git\":{\"symlinks\":[\"x\"],\"fingerprint\":\"cd\"}}",
            "{\"/meta/0.git\":[],\"/x\":{}}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    read(bytes);
    read(zipped(bytes));
  }

  private static void read(byte[] document) {
    try {
      Manifest.read(document);
    } catch (IOException none) {
      if (none.getMessage() == null) {
        throw new AssertionError("refused without a word", none);
      }
    }
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
