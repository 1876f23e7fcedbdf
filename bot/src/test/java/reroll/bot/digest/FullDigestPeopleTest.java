package reroll.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reroll.bot.digest.Digest.Count;
import reroll.bot.digest.Digest.LeftOut;

/** Who counts as one person, and who is left out. Numbers are those of docs/classic-digest.md. */
class FullDigestPeopleTest {
  private final DigestLab lab = new DigestLab();

  // 5. The author is the in-body author; a note names the sender where another posted it.

  @Test
  void theAuthorIsTheOneWhoWroteThePatch() {
    lab.mail(
        DigestLab.BEA,
        "[PATCH] pond: x",
        "",
        "From: Ann Alder <ann@alder.example>\n\n" + DigestLab.patchText("So.", "x"));

    assertThat(lab.full())
        .contains("[v1] pond: x (1 patch, Ann Alder) — new")
        .contains("      1 alder.example\n")
        .contains("      1  Ann Alder <ann@alder.example>\n")
        .contains(
            "Author: Ann Alder <ann@alder.example>\nPosted by: Bea Birch <bea@birch.example>\n")
        .doesNotContain("From: Ann");
  }

  @Test
  void whoPostsFromAnotherAddressOfHisOwnIsNoOtherPerson() {
    lab.mail(
        "Ann Alder <ann@home.example>",
        "[PATCH] pond: x",
        "",
        "From: Ann Alder <ann@alder.example>\n\n" + DigestLab.patchText("So.", "x"));

    assertThat(lab.full()).doesNotContain("Posted by");
  }

  // 8. Names are normalised; one person with several addresses counts as one.

  @Test
  void onePersonIsOneRowWhateverTheAddressAndTheSpelling() {
    lab.patch("Ann Alder <ann@alder.example>", "[PATCH] pond: a");
    lab.patch("\"Ann Alder\" <Ann@Alder.example>", "[PATCH] pond: b");
    lab.patch("ANN ALDER <ann@home.example>", "[PATCH] pond: c");
    lab.patch("\"Alder, Ann\" <ann.alder@work.example>", "[PATCH] pond: d");
    lab.patch("Ann <ann@home.example>", "[PATCH] pond: e");

    assertThat(lab.digest().topPeople())
        .containsExactly(new Count("Ann Alder <ann@alder.example>", 5));
    assertThat(lab.digest().totals().people()).isEqualTo(1);
  }

  @Test
  void aFirstNameAloneIsNoPerson() {
    lab.patch("Ann <ann@alder.example>", "[PATCH] pond: a");
    lab.patch("Ann <ann@birch.example>", "[PATCH] pond: b");

    assertThat(lab.digest().totals().people()).isEqualTo(2);
  }

  @Test
  void aMailmapSaysWhoIsWho() {
    lab.mailmap("Ann Alder <ann@alder.example> <froggy@pond.example>");
    lab.patch("[PATCH] pond: a");
    lab.patch("Froggy <froggy@pond.example>", "[PATCH] pond: b");

    assertThat(lab.digest().topPeople())
        .containsExactly(new Count("Ann Alder <ann@alder.example>", 2));
  }

  // 11. Robots and stable reviews are left out of the tables and counted in one line below them.

  /** A05: who forwards thousands of patches to stable kernels wrote none of them. */
  @Test
  void robotsAndStableReviewsAreInNoTable() {
    lab.patch("[PATCH] pond: x");
    lab.patch("Pond Robot <bot@ci.example>", "[PATCH] pond: y");
    lab.patch("Sasha <s@kernel.example>", "[PATCH AUTOSEL 6.1] pond: z");

    assertThat(lab.digest().topPeople()).hasSize(1);
    assertThat(lab.digest().leftOut()).isEqualTo(new LeftOut(1, 1));
    assertThat(lab.full())
        .contains("1 patch in 1 series by 1 person from 1 domain\n")
        .contains("\n\nNot counted above: 1 patch for stable kernels, 1 patch by robots\n");
  }

  @Test
  void robotsAreCountedOnDemand() {
    lab.countRobots();
    lab.patch("Pond Robot <bot@ci.example>", "[PATCH] pond: y");
    lab.patch("Sasha <s@kernel.example>", "[PATCH AUTOSEL 6.1] pond: z");

    assertThat(lab.digest().totals()).isEqualTo(new Digest.Totals(2, 2, 2, 2));
    assertThat(lab.full()).doesNotContain("Not counted");
  }
}
