package reroll.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts as they should be, in files that stand beside the tests. {@code mvn test -Dgolden=rewrite}
 * writes what the code says now; {@code git diff} then shows what changed for readers.
 */
public final class Golden {
  private final Path folder;
  private final boolean rewrite;

  Golden(Path folder, boolean rewrite) {
    this.folder = folder;
    this.rewrite = rewrite;
  }

  /** The files of a test, below its package's test resources. */
  public static Golden besides(Class<?> test) {
    String place = test.getPackageName().replace('.', '/');
    return new Golden(
        Path.of("src", "test", "resources").resolve(place),
        "rewrite".equals(System.getProperty("golden")));
  }

  /** Compares a text to the byte with what the file holds. */
  public void check(String name, String actual) {
    Path file = folder.resolve(name);
    try {
      if (rewrite) {
        write(file, actual);
      }
      assertThat(file).as("run with -Dgolden=rewrite and read what it wrote").exists();
      assertThat(actual)
          .as("%s; where the new text is right, run with -Dgolden=rewrite", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that says the same already keeps its time. */
  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, text.getBytes(UTF_8));
    }
  }
}
