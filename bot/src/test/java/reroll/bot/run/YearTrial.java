package reroll.bot.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reroll.bot.state.FileChat;

/**
 * Lets a bot live through a year of a real list twice: once undisturbed, which is measured, and
 * once while it is killed at random instants. Both must have posted the same to the letter.
 *
 * <p>Arguments: the archive, a folder that does not exist, the first and the last instant, the
 * number of kills, and the longest life in milliseconds.
 */
final class YearTrial {
  private static final Duration SHORTEST_LIFE = Duration.ofMillis(300);

  private final List<String> arguments;
  private final Path folder;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  private YearTrial(String[] args) {
    arguments = List.of(args);
    folder = Path.of(args[1]);
  }

  public static void main(String[] args) throws Exception {
    new YearTrial(args).run();
  }

  private void run() throws Exception {
    Path peaceful = Files.createDirectories(folder.resolve("peaceful"));
    long began = System.nanoTime();
    live(peaceful, Duration.ofDays(1));
    System.out.printf("undisturbed: %d s%n", (System.nanoTime() - began) / 1_000_000_000);
    Map<String, String> posts = posts(peaceful);
    System.out.printf("posts: %s%n", countByChannel(posts));
    System.out.printf("doubled: %s%n", doubled(posts));
    int kills = 0;
    for (int round = 1; kills < Integer.parseInt(arguments.get(4)); round++) {
      Path killed = Files.createDirectories(folder.resolve("killed-" + round));
      while (!Files.exists(killed.resolve("done"))) {
        live(killed, life());
        kills += Files.exists(killed.resolve("done")) ? 0 : 1;
      }
      boolean same = posts(killed).equals(posts);
      System.out.printf("seed %d, round %d, %d kills: %s%n", seed, round, kills, same);
    }
  }

  private Duration life() {
    return SHORTEST_LIFE.plusMillis(random.nextLong(Long.parseLong(arguments.get(5))));
  }

  private void live(Path home, Duration life) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp",
            System.getProperty("java.class.path"),
            YearReplay.class.getName(),
            arguments.get(0),
            home.toString(),
            arguments.get(2),
            arguments.get(3));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
            .start();
    if (process.waitFor(life.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() != 0) {
      throw new IOException("it failed: " + Files.readString(home.resolve("log")));
    }
    process.destroyForcibly().waitFor();
  }

  /** The text of each post by its channel and name. */
  private static Map<String, String> posts(Path home) throws IOException {
    Map<String, String> posts = new TreeMap<>();
    try (Stream<Path> channels = Files.list(home.resolve("posts"))) {
      for (Path channel : channels.toList()) {
        for (Path post : FileChat.posts(channel)) {
          posts.put(channel.getFileName() + "/" + post.getFileName(), Files.readString(post));
        }
      }
    }
    return posts;
  }

  private static Map<String, Long> countByChannel(Map<String, String> posts) {
    return posts.keySet().stream()
        .collect(Collectors.groupingBy(YearTrial::channel, TreeMap::new, Collectors.counting()));
  }

  private static String channel(String post) {
    return post.substring(0, post.indexOf('/'));
  }

  /** Posts of which the same channel has two: a name is a number and the post's identity. */
  private static List<String> doubled(Map<String, String> posts) {
    Map<String, List<String>> byIdentity =
        posts.keySet().stream()
            .collect(
                Collectors.groupingBy(post -> channel(post) + post.substring(post.indexOf('-'))));
    List<String> doubled = new ArrayList<>();
    byIdentity.values().stream().filter(same -> same.size() > 1).forEach(doubled::addAll);
    return doubled;
  }
}
