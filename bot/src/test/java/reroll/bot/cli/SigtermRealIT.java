package reroll.bot.cli;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As the jar that is delivered. */
class SigtermRealIT {
  @TempDir private Path folder;

  @Test
  void theJarThatIsToldToStopSavesItsStateAndEndsInTimeThoughItsChatsHang() throws Exception {
    new SigtermTrial(
            folder,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "reroll.jar").toAbsolutePath().toString()))
        .run();
  }
}
