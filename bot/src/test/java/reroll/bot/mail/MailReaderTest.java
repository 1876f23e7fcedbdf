package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mails are patches, and what is taken out of them (PEERS S14, S17, G12 to G14). */
class MailReaderTest {
  private static final String[] PATCH = {
    "Frogs jump.",
    "",
    "Signed-off-by: Ann Alder <ann@alder.example>",
    "---",
    " frog.c | 2 +-",
    " 1 file changed, 1 insertion(+), 1 deletion(-)",
    "",
    "diff --git a/frog.c b/frog.c",
    "--- a/frog.c",
    "+++ b/frog.c",
    "@@ -1 +1 @@",
    "-sit",
    "+jump",
  };

  private static MailFacts withDiff(String subject) {
    return Letter.patch(subject).says(PATCH).read();
  }

  private static MailFacts withoutDiff(String subject) {
    return Letter.patch(subject).says("Frogs jump.").read();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "[PATCH] frog: jump",
        "[PATCH v2 1/2] frog: jump",
        "[RFC] frog: jump",
        "[RESEND v13 21/25] frog: jump",
        "[v3 1/2] frog: jump",
        "[1/2] frog: jump",
        "[tip-tree][PATCH] frog: jump",
        "frog: jump",
        "PATCH frog: jump",
      })
  void aPatchIsOneWhateverItsTags(String subject) {
    assertThat(withDiff(subject)).isInstanceOf(PatchMail.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Re: [PATCH] frog: jump",
        "AW: [PATCH] frog: jump",
        "[PATCH v2 1/2] Re: frog: jump",
        "[External] Re: [PATCH] frog: jump",
        "[tip: x86/urgent] frog: jump",
        "+ frog-jump.patch added to mm-unstable branch",
        "- frog-jump.patch removed from -mm tree",
        "[merged mm-stable] frog-jump.patch removed from -mm tree",
        "[to-be-updated] frog-jump.patch removed from -mm tree",
        "[folded-merged] frog-jump.patch removed from -mm tree",
        "[ANNOUNCE] frog 2.50",
        "[syzbot] [pond?] KASAN: use-after-free in frog",
        "FAILED: patch \"frog: jump\" failed to apply to 6.1-stable tree",
        "Patch \"frog: jump\" has been added to the 6.1-stable tree",
        "",
      })
  void aMailThatOnlyHoldsADiffIsNone(String subject) {
    assertThat(withDiff(subject)).isInstanceOf(Reply.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[PATCH 0/2] frog: jump    | Reviewed-by: Bob Birch <bob@birch.example>   | true",
        "[PATCH v2 0/2] frog: jump | Acked-by: Bob Birch <BOB@birch.example>      | true",
        "[PATCH 0/2] frog: jump    | Tested-by: Bob Birch <bob@birch.example>     | true",
        "[PATCH 1/2] frog: jump    | Reviewed-by: Bob Birch <bob@birch.example>   | true",
        "[PATCH 0/2] frog: jump    | Reviewed-by: Ann Alder <ann@alder.example>   | false",
        "[PATCH 0/2] frog: jump    | Reported-by: Bob Birch <bob@birch.example>   | false",
        "[PATCH 0/2] frog: jump    | Signed-off-by: Bob Birch <bob@birch.example> | false",
        "[PATCH 0/2] frog: jump    | Bob Birch reviewed nothing.                  | false",
      })
  void aTagOfItsWritersOwnMakesItAnAnswerAlsoWithoutRe(String subject, String tag, boolean answer) {
    Letter bare = Letter.reply(subject).says("Frogs jump.", "", tag);
    Letter quoting = Letter.reply("[PATCH 0/2] frog: jump").says("> Frogs jump.", "", tag);

    assertThat(bare.read()).isInstanceOf(answer ? Reply.class : PatchMail.class);
    assertThat(quoting.read()).isInstanceOf(answer ? Reply.class : PatchMail.class);
  }

  @Test
  void aLongCoverMayTellWhatItsAuthorTested() {
    String tested = "Tested-by: Bob Birch <bob@birch.example> # on a pond";

    assertThat(Letter.reply("[PATCH v2 0/2] frog: jump").says("Why. ".repeat(80), tested).read())
        .isInstanceOf(PatchMail.class);
  }

  @Test
  void aTagInACoverWithADiffstatMakesItNoAnswer() {
    Letter cover =
        Letter.reply("[PATCH v2 0/2] frog: jump")
            .says(
                "Acked-by: Bob Birch <bob@birch.example>",
                "",
                " frog.c | 2 +-",
                " 1 file changed, 1 insertion(+), 1 deletion(-)");

    assertThat(cover.read()).isInstanceOf(PatchMail.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "[PATCH] frog: jump, true",
    "[PATCH RFC] Big idea, true",
    "[PATCH 0/2] frog: jump, true",
    "[0/2] frog: jump, true",
    "[GIT PULL] frogs for v6.18-rc3, true",
    "[v3 1/2] frog: jump, false",
    "[1/2] frog: jump, false",
    "[RESEND] frog: jump, false",
    "frog: jump, false",
  })
  void withoutADiffTheWordsDecide(String subject, boolean patch) {
    assertThat(withoutDiff(subject) instanceof PatchMail).isEqualTo(patch);
  }

  @Test
  void anUntaggedPatchThatAnswersIsAProposal() {
    assertThat(Letter.reply("frog: jump").says(PATCH).read()).isInstanceOf(Reply.class);
  }

  @Test
  void aRobotsReportWithACounterIsNoCover() {
    Letter report = Letter.patch("[0/2] pond: errors").and("Auto-Submitted: auto-generated");

    assertThat(report.says("BUILD ERROR").read()).isInstanceOf(Reply.class);
  }

  @Test
  void aQuotedDiffIsNoDiff() {
    Reply reply =
        Letter.reply("Re: [PATCH] frog: jump")
            .says("> diff --git a/frog.c b/frog.c", "> --- a/frog.c", "> +++ b/frog.c", "No.")
            .asReply();

    assertThat(reply.reviews()).isEmpty();
    PatchMail quoting =
        Letter.patch("[PATCH 0/2] frog: jump")
            .says("As was said:", "> diff --git a/frog.c b/frog.c", "> --- a/frog.c")
            .asPatch();
    assertThat(quoting.hasDiff()).isFalse();
  }

  @Test
  void aPatchIsTakenWhole() {
    PatchMail patch =
        Letter.patch("[PATCH pond v2 1/2] frog: jump")
            .and("In-Reply-To: <cover@mails.example>")
            .says("From: Bob Birch <bob@birch.example>", "", String.join("\n", PATCH))
            .asPatch();

    assertThat(patch.id()).isEqualTo(new MessageId("a@b"));
    assertThat(patch.parents()).containsExactly(new MessageId("cover@mails.example"));
    assertThat(patch.author()).isEqualTo(new Person("Bob Birch", "bob@birch.example"));
    assertThat(patch.sender()).isEqualTo(new Person("Ann Alder", "ann@alder.example"));
    assertThat(patch.version()).isEqualTo(Version.of(2));
    assertThat(patch.files()).containsExactly("frog.c");
    assertThat(patch.lines()).isEqualTo(new PatchMail.LineCount(1, 1, 1));
    assertThat(patch.sketch().isEmpty()).isFalse();
    assertThat(patch.stable()).isFalse();
  }

  @Test
  void aCoverCountsWhatItsDiffstatCounts() {
    PatchMail cover =
        Letter.patch("[PATCH 0/2] frog: jump")
            .says(
                "Frogs jump.",
                "",
                " frog.c | 8 ++++----",
                " newt.c | 1 +",
                " 2 files changed, 5 insertions(+), 4 deletions(-)")
            .asPatch();

    assertThat(cover.hasDiff()).isFalse();
    assertThat(cover.files()).containsExactly("frog.c", "newt.c");
    assertThat(cover.lines()).isEqualTo(new PatchMail.LineCount(2, 5, 4));
  }

  @Test
  void aPatchThatTouchesNoLineStillHasADiff() {
    PatchMail rename =
        Letter.patch("[PATCH] frog: move")
            .says("Move.", "---", "diff --git a/a.c b/b.c", "rename from a.c", "rename to b.c")
            .asPatch();

    assertThat(rename.hasDiff()).isTrue();
    assertThat(rename.files()).containsExactly("b.c");
    assertThat(rename.lines()).isEqualTo(new PatchMail.LineCount(1, 0, 0));
    assertThat(Letter.patch("[PATCH] nothing").says("---").asPatch().hasDiff()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "[PATCH AUTOSEL 6.1 1/5] frog: jump",
        "[PATCH MANUALSEL 5.10 1/5] frog: jump",
        "[PATCH 6.18 000/430] 6.18.3-rc1 review",
        "[PATCH 5.10.y] frog: jump",
        "[PATCH stable-5.15.y 1/2] frog: jump",
      })
  void aPatchForAStableKernelIsKnown(String subject) {
    assertThat(Letter.patch(subject).says(PATCH).asPatch().stable()).isTrue();
  }

  @Test
  void aBackportSaysSoInItsText() {
    assertThat(
            Letter.patch("[PATCH 6.1 2/5] frog: jump")
                .says("commit 0123456789abcdef upstream.", "", String.join("\n", PATCH))
                .asPatch()
                .stable())
        .isTrue();
    assertThat(Letter.patch("[PATCH 6.1] frog: jump").says(PATCH).asPatch().stable()).isFalse();
    assertThat(Letter.patch("[PATCH 1/5] x").and("X-stable: review").says(PATCH).asPatch().stable())
        .isTrue();
    assertThat(
            Letter.patch("[PATCH 1/5] x")
                .and("X-Patchwork-Hint: Ignore")
                .says(PATCH)
                .asPatch()
                .stable())
        .isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Please ignore this, I sent the wrong branch.",
        "please, ignore this series",
        "Please disregard this one.",
        "Please drop this patch.",
        "please skip v3",
        "self-NAK, it breaks frogs",
        "Self NAK",
        "I'll withdraw this.",
        "I withdraw the series.",
        "We'd like to withdraw",
      })
  void whoWithdrawsIsUnderstood(String line) {
    assertThat(Letter.reply("Re: [PATCH] frog: jump").says(line).asReply().withdraws()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "> Please ignore this",
        "Please do not ignore this comment.",
        "NAK",
        "Frogs withdraw into the pond.",
        "Please drop the braces.",
        "This ignores the error.",
        "NAK to this, please rework.",
      })
  void whoDoesNotIsUnderstoodToo(String line) {
    assertThat(Letter.reply("Re: [PATCH] frog: jump").says(line).asReply().withdraws()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "[PATCH v2] x, true",
    "[PATCH v2 0/2] x, true",
    "[PATCH v2 1/2] x, true",
    "[PATCH v2 2/2] x, false",
    "[PATCH] x, false",
    "[RFC PATCH v2] x, true",
  })
  void onlyTheHeadOfALaterVersionHasAChangelog(String subject, boolean has) {
    Letter letter = Letter.patch(subject).says("Frogs.", "---", "v2:", "- higher");

    assertThat(letter.asPatch().changelog().isPresent()).isEqualTo(has);
  }

  @Test
  void theChangeIdOfTheSeriesIsKept() {
    PatchMail patch =
        Letter.patch("[PATCH] frog: jump")
            .says(
                "Frogs.",
                "---",
                "base-commit: " + "0".repeat(40),
                "change-id: 20260301-frog-1",
                "prerequisite-change-id: 20260201-newt-1:v2")
            .asPatch();

    assertThat(patch.changeId()).contains("20260301-frog-1");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "[PATCH v2 0/2] frogs: jump, Ann Alder, true",
    "[PATCH v2 0/2] frogs: jump, Bob Birch, false",
    "[PATCH v2] frog: jump, Bob Birch, false",
  })
  void aCoverMayQuoteTheOneBeforeItButNobodyElse(String subject, String quoted, boolean isPatch) {
    Letter letter =
        Letter.patch(subject)
            .and("In-Reply-To: <v1@pond.example>")
            .says("On Monday, 2 March 2026, " + quoted + " wrote:", "> Frogs sit.", "", "Now so.");

    assertThat(letter.read() instanceof PatchMail).isEqualTo(isPatch);
  }
}
