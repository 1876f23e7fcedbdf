package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.mail.Applied.How;

/** Mails that say that a patch was applied (PEERS M02, PROTOCOLS E.3). */
class AppliedTest {
  private static Optional<Applied> by(String... lines) {
    return Letter.reply("Re: [PATCH] frog: jump").says(lines).asReply().applied();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Applied, thanks!                          | ''",
        "Applied.                                  | ''",
        "applied                                   | ''",
        "Applied to for-next, thanks!              | for-next",
        "Applied to pond/for-6.19.                 | pond/for-6.19",
        "Applied to the pond-fixes tree.                 | pond-fixes",
        "Both applied to next, thanks.             | next",
        "Thanks, applied to master.                | master",
        "Thanks! Applied.                          | ''",
        "I've applied this to next                 | next",
        "Applied on top of next.                   | next",
        "Queued, thanks                            | ''",
        "Queued for 6.19                           | 6.19",
        "Now queued up in pond-next                | pond-next",
        "Merged into pond-next, thanks             | pond-next",
        "Pushed to drm-misc-next                   | drm-misc-next",
        "Picked up for next, thanks.               | next",
        "Series applied, thanks                    | ''",
        "Patches applied to next                   | next",
        "All applied                               | ''",
        "Applied the frog change, thanks           | ''",
        "Applied to 'pond-next'.                   | pond-next",
        "Applied to https://git.example/pond.git.  | https://git.example/pond.git",
        "Ok, applied to next                       | next",
      })
  void aPersonSaysSo(String line, String where) {
    assertThat(by("> frogs jump", "", line, "", "Bob"))
        .contains(new Applied(How.HAND, false, where));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Applied 1-3, 5 to next, thanks.    | 1 2 3 5 | next",
        "Applied patches 1 and 4, thanks!   | 1 4     | ''",
        "Applied patch 2/4.                 | 2       | ''",
        "Applied the first patch 1 to next  | 1       | next",
        "Queued 12-13                       | 12 13   | ''",
        "Applied #2 & #3                    | 2 3     | ''",
        "Applied except 3/4, thanks         | ''      | ''",
      })
  void aPersonSaysSoOfSome(String line, String patches, String where) {
    Applied applied = by(line).orElseThrow();
    assertThat(applied.subset()).isTrue();
    assertThat(applied.where()).isEqualTo(where);
    assertThat(places(applied)).isEqualTo(patches);
  }

  @Test
  void aPersonMayListThemAsToolsDo() {
    assertThat(by("Applied to pond/next, thanks!", "", "[2/3] frog: jump", "      0123456789ab"))
        .contains(new Applied(How.HAND, true, "pond/next", List.of(2)));
  }

  @Test
  void whatIsSaidBelowOnePatchIsAboutThatOneUnlessOthersAreNamed() {
    assertThat(by("Applied, thanks.").orElseThrow().belowOnePatch(Optional.of(2)))
        .isEqualTo(new Applied(How.HAND, true, "", List.of(2)));
    assertThat(by("Applied 1-3, thanks.").orElseThrow().belowOnePatch(Optional.of(2)).patches())
        .containsExactly(1, 2, 3);
  }

  private static String places(Applied applied) {
    return applied.patches().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"Applied to 6.19", "Queued for 6.19", "Merged v3", "Applied 6.19 to next"})
  void aNumberNeedNotBeAPatch(String line) {
    assertThat(by(line).orElseThrow().patches()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "> Applied, thanks!",
        "Will be applied next week.",
        "Applied? I do not see it.",
        "To be applied on top of next.",
        "Not applied yet.",
        "Applied once the merge window is over.",
        "Applied if nobody objects.",
        "When applied, it breaks the pond.",
        "This can be applied to next.",
        "I applied it to test and it failed? No.",
        "The patch does not apply.",
        "Merged frogs jump higher.",
        "Applied physics tells us that frogs jump.",
        "Unapplied.",
      })
  void otherWordsSayNothing(String line) {
    assertThat(by(line)).isEmpty();
  }

  @Test
  void inALongMailTheWordMeansSomethingElse() {
    assertThat(by("Applied, thanks!", "x".repeat(700))).isEmpty();
  }

  @Test
  void whoStartsAThreadAnswersNothing() {
    Letter letter =
        Letter.with("From: Bob <b@b.example>", "Subject: frog", "Message-ID: <a@b>")
            .says("Applied, thanks!");

    assertThat(letter.asReply().applied()).isEmpty();
  }

  private static Letter b4(String subject) {
    return Letter.with(
        "From: Bob Birch <bob@birch.example>",
        "Subject: " + subject,
        "In-Reply-To: <patch@mails.example>",
        "Message-Id: <177000000000.1234.567.b4-ty@birch.example>");
  }

  @Test
  void aToolSaysSoHoweverLongItsMailIs() {
    String[] body = {
      "",
      "On Mon, 02 Mar 2026 10:20:30 +0100, Ann Alder wrote:",
      "> Frogs jump.",
      "> [...]",
      "",
      "Applied to pond/for-next, thanks!",
      "",
      "[1/2] frog: jump",
      "      https://git.example/c/0123456789ab",
      "x".repeat(2_000)
    };

    assertThat(b4("Re: [PATCH 0/2] frog: jump").says(body).asReply().applied())
        .contains(new Applied(How.B4, false, "pond/for-next", List.of(1)));
    assertThat(b4("Re: (subset) [PATCH 0/2] frog: jump").says(body).asReply().applied())
        .contains(new Applied(How.B4, true, "pond/for-next", List.of(1)));
    assertThat(b4("Re: [PATCH] frog: jump").says("Applied, thanks!").asReply().applied())
        .contains(new Applied(How.B4, false, ""));
  }

  @Test
  void patchworksRobotNamesTheTree() {
    Letter robot =
        Letter.with(
            "From: patchwork-bot+pond@kernel.org",
            "Subject: Re: [PATCH pond v2 0/2] frog: jump",
            "In-Reply-To: <patch@mails.example>",
            "Message-Id: <177000000000.1.git-patchwork-notify@kernel.org>");

    assertThat(
            robot
                .says("Hello:", "", "This series was applied to pond/next.git (main)", "by Bob:")
                .asReply()
                .applied())
        .contains(new Applied(How.PATCHWORK, false, "pond/next.git (main)"));
    assertThat(robot.says("This patch was applied to pond.git").asReply().applied())
        .contains(new Applied(How.PATCHWORK, false, "pond.git"));
    assertThat(robot.says("Applied, thanks!").asReply().applied()).isEmpty();
  }

  @Test
  void patchworksRobotLeavesOutWhatItDidNotFind() {
    Letter robot =
        Letter.with(
            "From: patchwork-bot+pond@kernel.org",
            "Subject: Re: [PATCH pond v2 0/3] frog: jump",
            "In-Reply-To: <patch@mails.example>",
            "Message-Id: <177000000000.1.git-patchwork-notify@kernel.org>");

    assertThat(
            robot
                .says(
                    "This series was applied to pond/next.git (main)",
                    "Here is the summary with links:",
                    "  - [pond,v2,1/3] frog: jump",
                    "    https://git.example/c/0123456789ab",
                    "  - [pond,v2,2/3] frog: croak",
                    "    (no matching commit)",
                    "  - [pond,v2,3/3] frog: rest",
                    "    https://git.example/c/ba9876543210")
                .asReply()
                .applied())
        .contains(new Applied(How.PATCHWORK, false, "pond/next.git (main)", List.of(1, 3)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Patch \"frog: jump\" has been added to the 6.6-stable tree | STABLE | 6.6-stable",
        "+ frog-jump.patch added to mm-unstable branch             | MM | mm-unstable",
        "+ frog-jump.patch added to mm-nonmm-unstable branch       | MM | mm-nonmm-unstable",
        "[merged mm-stable] frog-jump.patch removed from -mm tree  | MM | mm-stable",
        "[to-be-updated] frog-jump.patch removed from -mm tree     | MM_REMOVED | ''",
        "[obsolete] frog-jump.patch removed from -mm tree          | MM_REMOVED | ''",
      })
  void aTreesScriptWritesOfOnePatch(String subject, How how, String where) {
    Letter letter =
        Letter.with("From: Bob <bob@birch.example>", "Subject: " + subject, "Message-ID: <n@b>");
    Reply reply =
        letter
            .says(
                "The patch titled",
                "",
                "Link: https://lore.kernel.org/r/patch@mails.example",
                "Reviewed-by: Cat Cedar <cat@cedar.example>")
            .asReply();

    assertThat(reply.applied()).contains(new Applied(how, false, where));
    assertThat(reply.parents()).containsExactly(new MessageId("patch@mails.example"));
    assertThat(reply.reviews()).as("the patch's own").isEmpty();
  }

  @Test
  void whatWasFoldedIntoAnotherPatchSaysNothing() {
    Letter letter =
        Letter.with(
            "From: Bob <bob@birch.example>",
            "Subject: [folded-merged] frog-fix.patch removed from -mm tree",
            "Message-ID: <n@b>");

    assertThat(letter.says("Folded.").asReply().applied()).isEmpty();
  }

  @Test
  void theTreeIsCleanText() {
    assertThat(by("Applied to fr\u202Eog-next\u0007, thanks").orElseThrow().where())
        .isEqualTo("frog-next");
  }
}
