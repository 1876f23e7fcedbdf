package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.golden.Golden;

/**
 * Whole mails and everything that is read out of them. To add one, drop {@code NAME.eml} into the
 * folder, run with {@code -Dgolden=rewrite}, read {@code NAME.txt}, commit both.
 */
class GoldenMailTest {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "reroll", "bot", "mail", "mails");
  private static final Golden GOLDEN = Golden.besides(GoldenMailTest.class);

  static List<String> everyMail() throws IOException {
    return namesOf(".eml");
  }

  private static List<String> namesOf(String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyMail")
  void aMailIsReadAsExpected(String name) throws IOException {
    Mail mail = MailParser.parse(Files.readAllBytes(FOLDER.resolve(name + ".eml")));

    GOLDEN.check("mails/" + name + ".txt", MailDescription.of(mail));
  }

  @Test
  void everyExpectationHasItsMail() throws IOException {
    assertThat(namesOf(".txt")).isEqualTo(everyMail()).hasSizeGreaterThan(25);
  }
}
