package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image, built for real and run with its root read-only, where the script finds a builder. */
class ImageRealIT {
  /** By which tests say that they cannot be made here. */
  private static final int NOT_HERE = 77;

  @TempDir private Path folder;

  @Test
  void theImageIsBuiltRunsAsNobodyIsWellAndEndsInTime() throws Exception {
    Path output = folder.resolve("output");
    int code =
        new ProcessBuilder("../.ci/image", folder.resolve("image").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();

    String said = Files.readString(output);
    assumeTrue(code != NOT_HERE, said);
    assertThat(code).as(said).isZero();
    assertThat(said).contains("the user: 10001", "it is well", "its root is read-only");
    assertThat(said).containsPattern("told to stop it ended with 143 after \\d s");
    assertThat(said).containsPattern("the volume: .*snapshot-");
  }
}
