package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line above a hunk, as git and diff(1) write it. */
class HunkHeaderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "@@ -1,3 +1,4 @@ int frog(void); 3; 4; ' int frog(void)'",
        "@@ -1,3 +1,4 @@; 3; 4; ''",
        "@@ -10 +11 @@; 1; 1; ''",
        "@@ -0,0 +1,20 @@; 0; 20; ''",
        "@@ -0 +1,20 @@; 1; 20; ''",
        "@@ -5,2 +0,0 @@; 2; 0; ''",
        "@@@ -1,2 +3,4 @@@; 2; 4; '@'",
        "@@ -123456789,1 +1,123456789 @@; 1; 123456789; ''",
      })
  void saysHowManyLinesFollowOfEitherFile(String line, int old, int now, String behind) {
    assertThat(HunkHeader.in(line))
        .hasValueSatisfying(
            hunk -> {
              assertThat(hunk.oldLines()).isEqualTo(old);
              assertThat(hunk.newLines()).isEqualTo(now);
              assertThat(line.substring(hunk.end())).isEqualTo(behind);
            });
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "@",
        "@@",
        "@@ -",
        "@@ -1",
        "@@ -1,",
        "@@ -1, +1 @@",
        "@@ -,3 +1,4 @@",
        "@@ -1,3 +1,4",
        "@@ -1,3 +1,4 @",
        "@@ -1,3 1,4 @@",
        "@@ +1,3 -1,4 @@",
        "@@ -1,1234567890 +1 @@",
        " @@ -1,3 +1,4 @@",
        "@@ pond/frog.c: int frog(void)",
      })
  void anythingElseIsNone(String line) {
    assertThat(HunkHeader.in(line)).isEmpty();
  }
}
