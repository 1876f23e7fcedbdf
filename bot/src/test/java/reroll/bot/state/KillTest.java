package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process (SIGKILL) at random instants, and starts it again until it is done. */
@Order(0) // takes longest, so it begins first
class KillTest {
  private static final int KILLS = 5;

  /** Before this there is no bot yet, only a JVM that starts. */
  private static final int SHORTEST_LIFE_MILLIS = 200;

  @TempDir private Path folder;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void aBotThatIsKilledAgainAndAgainEndsAsOneThatNeverWas() throws Exception {
    Path peaceful = folder.resolve("peaceful");
    long start = System.nanoTime();
    assertThat(live(peaceful, Integer.MAX_VALUE)).as("the story comes to its end").isTrue();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    int kills = 0;
    for (int round = 1; kills < KILLS; round++) {
      Path killed = folder.resolve("killed-" + round);
      while (!live(killed, life(whole))) {
        kills++;
      }
      String when = "seed " + seed + ", round " + round + ", " + kills + " kills so far";
      assertThat(posts(killed)).as("posts, %s", when).isEqualTo(posts(peaceful));
      assertThat(killed.resolve("state.json"))
          .as("state, %s", when)
          .hasSameTextualContentAs(peaceful.resolve("state.json"));
    }
  }

  /** Up to half as long again as the whole story takes, so that it can come to its end. */
  private long life(long whole) {
    return SHORTEST_LIFE_MILLIS + random.nextLong(whole + whole / 2);
  }

  /** Runs the program; false if it was killed. */
  private boolean live(Path home, long millis) throws IOException, InterruptedException {
    Files.createDirectories(home);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledBot.class.getName(),
                home.toString(),
                Long.toString(seed))
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("output").toFile())
            .start();
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      assertThat(process.exitValue()).as(() -> text(home.resolve("output"))).isZero();
      return true;
    }
    process.destroyForcibly().waitFor();
    return false;
  }

  private static List<String> posts(Path home) throws IOException {
    List<String> posts = new ArrayList<>();
    for (Path post : FileChat.posts(home.resolve("posts"))) {
      posts.add(post.getFileName() + "\n" + text(post));
    }
    return posts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
