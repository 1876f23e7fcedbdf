package reroll.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that stand in the environment. */
class ReferencesTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HOME_OF", "/srv", "POLL", "5m", "PORT", "9464", "TWICE", "${HOME_OF}", "BAD", "hunt\n");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'${HOME_OF}/kvm', /srv/kvm",
    "'a ${POLL} b ${PORT}', a 5m b 9464",
    "'$${HOME_OF}', '${HOME_OF}'",
    "'${TWICE}', '${HOME_OF}'",
    "'$HOME_OF {x}', '$HOME_OF {x}'",
    "'${', '${'",
    "'cost: 5$', 'cost: 5$'",
  })
  void aReferenceIsReplacedOnceAndNothingElseIs(String text, String whole) throws Exception {
    assertThat(new References(ENVIRONMENT).resolve(text)).isEqualTo(whole);
  }

  @Test
  void anyValueMayStandInTheEnvironment() throws Exception {
    BotConfig config =
        load("state: ${HOME_OF}/state\nlists:\n  a:\n    poll: ${POLL}\n", "monitor: {port: 9464}");

    assertThat(config.state()).isEqualTo(Path.of("/srv/state"));
    assertThat(config.lists().get(0).poll()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${GONE}       | the environment variable named here is not set",
        "${hunter-2}   | ${...} has to hold the name of an environment variable; write $${ for a"
            + " dollar and a brace",
        "${HOME_OF}    | with the environment variable named here it does not fit; it should read"
            + " as poll: 1m",
        "${BAD}        | with the environment variable named here it does not fit; it should read"
            + " as poll: 1m",
      })
  void whatIsWrongIsToldWithoutTheValue(String poll, String problem) {
    assertThatThrownBy(() -> load("state: x\nlists:\n  a:\n    poll: " + poll + "\n", ""))
        .isInstanceOfSatisfying(
            ConfigProblems.class,
            wrong ->
                assertThat(wrong.problems())
                    .containsExactly(folder.resolve("reroll.yaml") + ":4: poll: " + problem));
  }

  private BotConfig load(String begin, String end) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("reroll.yaml"),
            begin + "    archive: {type: files, path: x}\n" + end + "\n");
    return ConfigLoader.load(file, ENVIRONMENT);
  }
}
