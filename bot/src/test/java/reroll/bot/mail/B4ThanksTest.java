package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.mail.Applied.How;

/** The letters of {@code b4 ty} (PROTOCOLS E.3). */
class B4ThanksTest {
  private static final String[] LIST = {
    "[1/2] frog: jump",
    "      commit: 0123456789abcdef0123456789abcdef01234567",
    "[2/2] frog: croak",
    "      https://git.example/c/ba9876543210"
  };

  private static Letter b4(String... said) {
    return Letter.with(
            "From: Bob Birch <bob@birch.example>",
            "Subject: Re: [PATCH 0/2] frog: jump",
            "In-Reply-To: <patch@mails.example>",
            "Message-Id: <177000000000.1234.567.b4-ty@birch.example>")
        .says("", "On Mon, 02 Mar 2026 10:20:30 +0100, Ann Alder wrote:", "> Frogs jump.", "")
        .saysMore(said);
  }

  private static Optional<Applied> applied(Letter letter) {
    return letter.asReply().applied();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Nobody complained, so let us get it into next.",
        "I fixed the subject, there was a blank missing.",
        "The rest will be applied next week.",
        "I tweaked the message and queued this, thanks!",
      })
  void theListCountsWhateverStandsAboveIt(String words) {
    assertThat(applied(b4(words, "").saysMore(LIST)))
        .contains(new Applied(How.B4, false, "", List.of(1, 2)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Applied to pond, thanks!                          | pond",
        "Applied to \"pond\", thank you!                   | pond",
        "Applied to for-next, thanks!                      | for-next",
        "Fixed the typos and applied to pond/for-next.     | pond/for-next",
        "Applied to the pond, thanks!                      | ''",
        "Applied, thanks!                                  | ''",
      })
  void theTreeIsNamedInTheWords(String words, String where) {
    assertThat(applied(b4(words, "").saysMore(LIST)).orElseThrow().where()).isEqualTo(where);
  }

  @Test
  void theTreeMayStandBelowTheWords() {
    Letter letter =
        b4("Applied to", "", "   https://git.example/scm/birch/pond.git for-next", "", "Thanks!");

    assertThat(applied(letter.saysMore(LIST)).orElseThrow().where())
        .isEqualTo("birch/pond.git (for-next)");
  }

  @Test
  void aPatchOfWhichNoCommitWasFoundIsNotApplied() {
    Letter letter =
        b4(
            "Applied, thanks!",
            "",
            "[1/2] frog: jump",
            "      (no commit info)",
            "[2/2] frog: croak",
            "      commit: 0123456789ab");

    assertThat(applied(letter)).contains(new Applied(How.B4, false, "", List.of(2)));
  }

  @Test
  void whereNoCommitWasFoundAtAllItIsThePersonWhoSaysSo() {
    Letter letter = b4("Applied, thanks!", "", "[1/1] frog: jump", "      (no commit info)");

    assertThat(applied(letter)).contains(new Applied(How.HAND, false, ""));
  }

  @Test
  void withoutAListTheWordsCount() {
    assertThat(applied(b4("Merged, thanks!", "", "merge commit: 0123456789ab")))
        .contains(new Applied(How.B4, false, ""));
    assertThat(applied(b4("Squashed into the commit that it mends."))).isEmpty();
  }

  @Test
  void placesThatAreCountedAnewAreNotThoseOfTheSeries() {
    Letter letter = b4("Applied, thanks!", "", "[1/1] frog: croak", "      commit: 0123456789ab");

    assertThat(applied(letter)).contains(new Applied(How.B4, true, ""));
  }
}
