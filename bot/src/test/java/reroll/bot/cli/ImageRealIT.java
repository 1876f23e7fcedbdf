package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image, built for real where there is a builder: Debian's buildah and debootstrap, as root.
 */
class ImageRealIT {
  @TempDir private Path folder;

  @Test
  void theImageIsBuiltRunsAsNobodyIsWellAndEndsInTime() throws Exception {
    for (String tool : List.of("buildah", "debootstrap")) {
      assumeTrue(isHere(tool), "no " + tool + " here, so no image is built");
    }
    assumeTrue(System.getProperty("user.name").equals("root"), "only root builds an image");
    Path output = folder.resolve("output");
    int code =
        new ProcessBuilder("../.ci/image", folder.resolve("image").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();

    String said = Files.readString(output);
    assertThat(code).as(said).isZero();
    assertThat(said).contains("the user: 10001", "it is well");
    assertThat(said).containsPattern("told to stop it ended with 143 after \\d s");
  }

  private static boolean isHere(String tool) {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
  }
}
