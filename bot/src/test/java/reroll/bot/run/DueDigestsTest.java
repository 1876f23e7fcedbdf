package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.command.SourceHealth;

class DueDigestsTest {
  /** Lists by how they stand: the hour at which they were read last, or that they fail. */
  private static List<SourceHealth> health(String said) {
    List<SourceHealth> all = new ArrayList<>();
    for (String word : said.isEmpty() ? new String[0] : said.split(" ")) {
      all.add(
          word.equals("fails")
              ? SourceHealth.failing("list-" + all.size(), "it fails")
              : new SourceHealth(
                  "list-" + all.size(),
                  Optional.of(moment(word)),
                  Optional.empty(),
                  Optional.empty()));
    }
    return all;
  }

  private static Instant moment(String hour) {
    return Instant.parse("2026-03-10T" + hour + ":00Z");
  }

  @ParameterizedTest
  @CsvSource({
    // started, due, now, two lists, can be made
    "01:00, 09:00, 08:59, 08:58 08:58, false",
    "01:00, 09:00, 09:01, 08:59 09:01, false",
    "01:00, 09:00, 09:01, 09:00 09:01, true",
    "01:00, 09:00, 09:01, fails 09:01, true",
    "01:00, 09:00, 09:29, 08:59 09:01, false",
    "01:00, 09:00, 09:30, 08:59 09:01, true",
    "12:00, 09:00, 12:00, '', false", // after a downtime nothing was read so far
    "12:00, 09:00, 12:01, 12:00, false",
    "12:00, 09:00, 12:02, 12:00 12:02, true",
    "12:00, 09:00, 12:30, '', true",
  })
  void aDigestIsMadeWhenItsMailIsRead(
      String started, String due, String now, String lists, boolean canBeMade) {
    DueDigests digests = new DueDigests(moment(started), 2);
    assertThat(digests.canBeMade(moment(due), moment(now), health(lists))).isEqualTo(canBeMade);
  }
}
