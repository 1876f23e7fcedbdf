package reroll.bot.cli;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigtermTest {
  @TempDir private Path folder;

  @Test
  void aBotThatIsToldToStopSavesItsStateAndEndsInTimeThoughItsChatsHang() throws Exception {
    new SigtermTrial(
            folder,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "reroll.bot.Reroll"))
        .run();
  }
}
