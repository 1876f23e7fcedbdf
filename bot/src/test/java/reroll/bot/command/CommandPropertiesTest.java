package reroll.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands behind a command, it is answered, and never with a wall of text. */
class CommandPropertiesTest {
  private static final int ROUNDS = 150;

  /** More than the longest help. */
  private static final int MAX_CHARS = 6_000;

  private static final List<String> ARGUMENTS =
      List.of(
          "",
          "pond",
          "river",
          "all",
          "test",
          "#1",
          "#0",
          "#-1",
          "#999999999999999",
          "99999999999999999999",
          "7d",
          "0d",
          "99999999d",
          "2026-02-30",
          "2026-03-01..",
          "..",
          "v1..v2",
          "v999999999..v0",
          "author:ann",
          "author:",
          ":",
          "-",
          "--",
          "-author:-",
          "path:[",
          "path:" + "*".repeat(100),
          "path:" + "**/".repeat(50) + "x",
          "title:/(((a+)+)+)+$/",
          "title:/" + "(".repeat(90),
          "title:/\\p{Foo}/",
          "title:/a{1000}{1000}/",
          "//",
          "///",
          "size:99999999999",
          "size:>",
          "kind:",
          "to:@",
          "cc:@x.example",
          "-cc:\"",
          "v6.19-rc1..",
          "..v6.19-rc1",
          "since v6.19-rc1",
          "daily",
          "09:00",
          "cron * * * * * *",
          "cron 0 0 30 2 *",
          "weekly monday 25:61",
          "Europe/Berln",
          "full",
          "team:x",
          "subsystem:\"",
          "list:@room",
          "\"",
          "\"\"",
          "\"a \"b\" c\"",
          "@room",
          "<!channel>",
          "<@U012AB>",
          "[x](http://evil.example)",
          "`!unfollow all`",
          "!unfollow",
          "*bold*",
          "<b>",
          "${7*7}",
          "<#assign x=1>",
          "%s%n%d",
          "\u202Ekcab",
          "\uD83D",
          "\u0000",
          "<20260303.a@b.example>",
          "https://lore.kernel.org/r/%ZZ",
          "x".repeat(1_500));

  static List<String> commands() {
    return new Commands().words();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whateverIsSaidIsAnsweredWithoutAnExceptionAndInBounds(String command) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    CommandLab lab = new CommandLab("pond", "river");
    lab.patch("pond", Duration.ofDays(3), "[PATCH] pond: count the frogs");
    lab.patch("pond", Duration.ofDays(2), "[PATCH v2] pond: count the frogs");
    for (int i = 0; i < ROUNDS; i++) {
      String said = command + arguments(random);
      assertThat(lab.answer(said))
          .as("seed %d: %s", seed, said)
          .isNotBlank()
          .hasSizeLessThan(MAX_CHARS);
    }
  }

  private static String arguments(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(' ').append(ARGUMENTS.get(random.nextInt(ARGUMENTS.size())));
    }
    return text.toString();
  }
}
