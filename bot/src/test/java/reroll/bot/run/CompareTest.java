package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons from the question to the answer, the mails read again in between. */
class CompareTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path folder;
  private final FakeArchive list = new FakeArchive();
  private final RecordingChat room = new RecordingChat();

  @Test
  void whatChangedIsReadAgainAndShown() throws Exception {
    list.deliver(patch("v1", "", "pond: weed", 3), NOW.minusSeconds(9_000));
    list.deliver(patch("v2", "v2", "pond: weed", 4), NOW.minusSeconds(8_000));

    assertThat(asked("!diff pond weed"))
        .isEqualTo(
            """
            **\\#1 pond\\: weed**

            v1 → v2: 1 changed \\(\\+1 −0\\)

            ```
            1: ! 1: pond: weed
                @@ pond: context
                 +line 1
                 +line 2
                 +line 3
                ++line 4
            ```""");
  }

  @Test
  void aLongComparisonGoesAlongAsAFile() throws Exception {
    list.deliver(patch("v1", "", "pond: weed", 200), NOW.minusSeconds(9_000));
    list.deliver(
        patch("v2", "v2", "pond: weed", 200).replaceAll("(line \\d*)0\n", "$1 zero\n"),
        NOW.minusSeconds(8_000));

    assertThat(asked("!diff pond weed")).contains("reroll\\-1\\-v1\\-v2\\.txt");
    assertThat(room.files()).hasSize(1);
    assertThat(room.files().get(0).text()).contains("++line 20 zero").contains("-+line 200");
  }

  @ParameterizedTest(name = "{0} lines of {1} characters")
  @CsvSource({"125000, 40", "50, 100000"})
  void ofFiveMegabytesTheBeginningIsCompared(int lines, int chars) throws Exception {
    list.deliver(huge("v1", "", lines, "a".repeat(chars)), NOW.minusSeconds(9_000));
    list.deliver(huge("v2", "v2", lines, "b".repeat(chars)), NOW.minusSeconds(8_000));

    assertThat(asked("!diff pond weed"))
        .hasSizeLessThan(1_000)
        .contains("of very long patches only the beginning is compared")
        .contains("reroll\\-1\\-v1\\-v2\\.txt");
    assertThat(room.files())
        .singleElement()
        .extracting(f -> f.text().length(), INTEGER)
        .isLessThan(250_000);
  }

  @Test
  void aMailThatIsGoneIsNamed() throws Exception {
    list.deliver(patch("v1", "", "pond: weed", 3), NOW.minusSeconds(9_000));
    list.deliver(patch("v2", "v2", "pond: weed", 4), NOW.minusSeconds(8_000));
    list.forget();

    assertThat(asked("!diff pond weed")).contains("I cannot read “pond\\: weed” again");
  }

  @Test
  void aPatchThatIsNotThereIsSaidSo() throws Exception {
    list.deliver(patch("v1", "", "pond: weed", 3), NOW.minusSeconds(9_000));
    list.deliver(patch("v2", "v2", "pond: weed", 4), NOW.minusSeconds(8_000));

    assertThat(asked("!diff #1 v1..v2 7")).startsWith("There is no patch 7");
  }

  private String asked(String question) throws Exception {
    return OneQuestion.answered(question, list, room, folder);
  }

  /** Every line of it begins otherwise in the other version, too. */
  private static String huge(String id, String version, int lines, String line) {
    return patch(id, version, "pond: weed", lines).replace("+line ", "+" + line);
  }

  private static String patch(String id, String version, String title, int lines) {
    StringBuilder added = new StringBuilder();
    for (int i = 1; i <= lines; i++) {
      added.append("+line ").append(i).append('\n');
    }
    return """
        From: Ann <ann@example.org>
        Subject: [PATCH %s] %s
        Message-ID: <%s@x>

        Why.
        ---
        diff --git a/pond b/pond
        --- a/pond
        +++ b/pond
        @@ -1,1 +1,%d @@ context
         first
        """
            .formatted(version, title, id, lines + 1)
        + added;
  }
}
