package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of a patch mail, part by part (PROTOCOLS E.2, PEERS A01). */
class PatchTextTest {
  private static final String DIFF =
      "diff --git a/frog.c b/frog.c\n--- a/frog.c\n+++ b/frog.c\n@@ -1 +1 @@\n-sit\n+jump";

  private static PatchText text(String... lines) {
    return PatchText.of(Letter.patch("[PATCH] frog: jump").says(lines).parsed());
  }

  private static String author(String... lines) {
    return text(lines).inBodyFrom().map(Person::toString).orElse("");
  }

  @Test
  void aPatchHasAMessageNotesAndADiff() {
    PatchText text =
        text(
            "From: Bob Birch <bob@birch.example>",
            "",
            "Frogs jump.",
            "",
            "Signed-off-by: Bob Birch <bob@birch.example>",
            "---",
            "v2: higher",
            "",
            " frog.c | 2 +-",
            " 1 file changed, 1 insertion(+), 1 deletion(-)",
            "",
            DIFF,
            "-- ",
            "2.43.0",
            "",
            "base-commit: 0123456789abcdef0123456789abcdef01234567",
            "change-id: 20260301-frog-0123456789ab");

    assertThat(text.inBodyFrom()).contains(new Person("Bob Birch", "bob@birch.example"));
    assertThat(text.message())
        .isEqualTo("Frogs jump.\n\nSigned-off-by: Bob Birch <bob@birch.example>");
    assertThat(text.notes()).startsWith("v2: higher\n\n frog.c").endsWith("deletion(-)\n\n");
    assertThat(text.hasDiff()).isTrue();
    assertThat(text.diff().files()).containsExactly("frog.c");
    assertThat(text.baseCommit()).contains("0123456789abcdef0123456789abcdef01234567");
    assertThat(text.changeId()).contains("20260301-frog-0123456789ab");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "From: Bob Birch <bob@birch.example>                | Bob Birch <bob@birch.example>",
        "from: Bob Birch <bob@birch.example>                | Bob Birch <bob@birch.example>",
        "From:  Bob Birch  < bob@birch.example >            | Bob Birch <bob@birch.example>",
        "From: \"Birch, Bob\" <bob@birch.example>           | Birch, Bob <bob@birch.example>",
        "From: =?utf-8?q?B=C3=B6b?= <bob@birch.example>     | Böb <bob@birch.example>",
        "From: Böb <bob@birch.example>                      | Böb <bob@birch.example>",
        "From: bob@birch.example                            | bob@birch.example",
        "From: <bob@birch.example>                          | bob@birch.example",
        ">From: Bob Birch <bob@birch.example>               | Bob Birch <bob@birch.example>",
      })
  void theAuthorStandsInTheFirstLine(String line, String author) {
    assertThat(author(line, "", "Frogs jump.")).isEqualTo(author);
    assertThat(author("", " ", line, "", "Frogs jump.")).isEqualTo(author);
    assertThat(author(line)).isEqualTo(author);
    assertThat(text(line, "", "Frogs jump.").message()).isEqualTo("Frogs jump.");
    assertThat(text(line).message()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "From the pond, frogs jump at <dusk>.",
        "From: the pond",
        "From here to a@b.example there is a way",
        "> From: Bob Birch <bob@birch.example>",
        ">From the pond, frogs jump.",
        "Frogs come From: Bob Birch <bob@birch.example>",
        "  Frogs.",
      })
  void proseIsNoAuthor(String line) {
    assertThat(author(line, "", "Frogs jump.")).isEmpty();
    assertThat(text(line, "", "Frogs jump.").message()).startsWith(line.strip());
  }

  @Test
  void anAuthorFurtherDownIsNone() {
    assertThat(author("Frogs jump.", "", "From: Bob Birch <bob@birch.example>")).isEmpty();
    assertThat(author("Frogs jump.", "From: Bob Birch <bob@birch.example>")).isEmpty();
  }

  @Test
  void otherHeadersMayStandAroundTheAuthor() {
    PatchText text =
        text(
            "Subject: [PATCH] frog: jump over a rather",
            " long stone",
            "From: Bob Birch <bob@birch.example>",
            "Date: Mon, 2 Mar 2026 10:20:30 +0000",
            "Cc: Ann Alder <ann@alder.example>",
            "",
            "Frogs jump.");

    assertThat(text.inBodyFrom()).contains(new Person("Bob Birch", "bob@birch.example"));
    assertThat(text.message()).isEqualTo("Frogs jump.");
  }

  @Test
  void theFirstOfTwoAuthorsCounts() {
    assertThat(author("From: Bob <bob@birch.example>", "From: Cy <cy@cedar.example>"))
        .isEqualTo("Bob <bob@birch.example>");
  }

  @Test
  void aCoverMayNameItsAuthorToo() {
    Letter cover =
        Letter.patch("[PATCH 0/2] frog: jump")
            .says("From: Bob Birch <bob@birch.example>", "", "Frogs jump.");

    assertThat(cover.asPatch().author()).isEqualTo(new Person("Bob Birch", "bob@birch.example"));
    assertThat(cover.asPatch().sender()).isEqualTo(new Person("Ann Alder", "ann@alder.example"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"-- >8 --", "---8<---", "-----8<----- cut here", "- - >8 - -", "--- %< ---"})
  void whatStandsAboveScissorsIsNoPartOfThePatch(String scissors) {
    PatchText text =
        text(
            "From: Ann Alder <ann@alder.example>",
            "",
            "On Monday Cy wrote:",
            "> may frogs jump?",
            "They may.",
            "",
            scissors,
            "From: Bob Birch <bob@birch.example>",
            "",
            "Frogs jump.",
            "---",
            DIFF);

    assertThat(text.inBodyFrom()).contains(new Person("Bob Birch", "bob@birch.example"));
    assertThat(text.message()).isEqualTo("Frogs jump.");
    assertThat(text.diff().files()).containsExactly("frog.c");
  }

  @Test
  void anAuthorAboveScissorsCountsUnlessOneStandsBelow() {
    assertThat(author("From: Bob <bob@birch.example>", "", "Hi", "-- >8 --", "Frogs jump."))
        .isEqualTo("Bob <bob@birch.example>");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a >8 b", "8<", "-8<-", "x = y >8 -", "---------", "> -- >8 --"})
  void otherLinesAreNoScissors(String line) {
    assertThat(text("Frogs.", "", line, "", "Jump.").message()).startsWith("Frogs.");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"---", "--- ", "---\t"})
  void threeDashesEndTheMessage(String separator) {
    assertThat(text("Frogs jump.", separator, "notes").message()).isEqualTo("Frogs jump.");
    assertThat(text("Frogs jump.", separator, "notes").notes()).isEqualTo("notes\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"----", "--", "-- -", "---x", " ---"})
  void otherDashesDoNot(String line) {
    assertThat(text("Frogs", line, "jump.").message()).isEqualTo("Frogs\n" + line + "\njump.");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "diff --git a/frog.c b/frog.c",
        "diff -u frog.c.orig frog.c",
        "Index: frog.c",
        "--- frog.c.orig\n+++ frog.c",
      })
  void aDiffEndsTheMessageWithoutDashes(String line) {
    assertThat(text("Frogs jump.", line).message()).isEqualTo("Frogs jump.");
    assertThat(text("Frogs jump.", line).hasDiff()).isTrue();
  }

  @Test
  void aSignatureEndsTheTextOfACover() {
    PatchText cover = text("Frogs jump.", "", "---", "v2: higher", "-- ", "Ann");

    assertThat(cover.notes()).isEqualTo("v2: higher\n");
    assertThat(cover.hasDiff()).isFalse();
    assertThat(text("Frogs jump.", "-- ", "Ann").message()).isEqualTo("Frogs jump.");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "prerequisite-change-id: 20260301-newt-0123456789ab:v1",
        " change-id: 20260301-newt-0123456789ab",
        "> change-id: 20260301-newt-0123456789ab",
        "The change-id: 20260301-newt-0123456789ab is old",
        "change-id:",
      })
  void anotherChangeIdIsNotTheOwnOne(String line) {
    assertThat(text("Frogs jump.", "---", line).changeId()).isEmpty();
    assertThat(text("Frogs jump.", "---", line, "change-id: 20260302-own-1").changeId())
        .contains("20260302-own-1");
  }

  @Test
  void ofTwoChangeIdsTheLastIsTheOwnOne() {
    assertThat(text("x", "---", "Was:", "change-id: old-1", "---", "change-id: own-1").changeId())
        .contains("own-1");
    assertThat(text("x", "---", "change-id: o\u202Ewn-1\u0007").changeId()).contains("own-1");
  }

  @Test
  void theBaseIsAWholeCommitName() {
    assertThat(text("x", "base-commit: 0123456789ab").baseCommit()).isEmpty();
    assertThat(text("x", "base-commit:  " + "a".repeat(40) + " (tag: v6)").baseCommit())
        .contains("a".repeat(40));
  }

  @Test
  void idsInAnAttachedPatchCountToo() {
    Letter letter =
        Letter.patch("[PATCH] frog: jump")
            .and("Content-Type: multipart/mixed; boundary=b")
            .says(
                "--b",
                "",
                "See below.",
                "--b",
                "Content-Type: text/x-patch; name=frog.patch",
                "",
                "Frogs jump.",
                "---",
                DIFF,
                "-- ",
                "2.43.0",
                "",
                "base-commit: " + "a".repeat(40),
                "change-id: frog-1",
                "--b--");
    PatchText text = PatchText.of(letter.parsed());

    assertThat(text.hasDiff()).isTrue();
    assertThat(text.baseCommit()).contains("a".repeat(40));
    assertThat(text.changeId()).contains("frog-1");
    assertThat(text.message()).isEqualTo("See below.");
  }

  @Test
  void anEmptyBodySaysNothing() {
    PatchText text = text("");

    assertThat(text.message()).isEmpty();
    assertThat(text.notes()).isEmpty();
    assertThat(text.hasDiff()).isFalse();
    assertThat(text.inBodyFrom()).isEmpty();
  }
}
