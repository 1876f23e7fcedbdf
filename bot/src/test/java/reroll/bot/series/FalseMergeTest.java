package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a version of something else and is none; and what comes close and is one. */
class FalseMergeTest {
  private static final String BY_ANN =
      "From: " + ListLab.ANN + "\n\nDo it.\n\nSigned-off-by: " + ListLab.ANN;

  private final ListLab list = new ListLab();

  @Test
  void oneThingDoneToManyDriversIsNoSeries() {
    list.mail("[PATCH] light: lamp7: use the table of the core for levels")
        .touching("lamp7.c")
        .send();
    list.pass(1);
    list.mail("[PATCH v2] light: buoy9: use the table of the core for levels")
        .touching("buoy9.c")
        .send();
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  void aTitleMayGainAWordAlthoughTheFileIsAnother() {
    list.mail("[PATCH] light: use the table of the core for levels").touching("lamp7.c").send();
    list.pass(1);
    list.mail("[PATCH v2] light: core: use the table of the core for levels")
        .touching("core.c")
        .send();
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  void aSimilarTitleIsEnoughWhereOnlyCoversAreHere() {
    list.mail("[PATCH 0/2] lamp: spilt the node to comply with the board").text("Hi.").send();
    list.pass(7);
    list.mail("[PATCH v2 0/2] lamp: split the node to comply with the board").text("Hi.").send();
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  void whatWasSplitOffAndCountedAnewIsASeriesOfItsOwn() {
    list.series("PATCH v6", "lamp: all", "lamp: read", "lamp: write", "lamp: put", "lamp: get");
    list.pass(30);
    String apart = list.series("PATCH", "lamp: reading", "lamp: read", "lamp: get");
    assertThat(list.revisionOf(apart).link()).isEmpty();
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  void whoForgetsToCountPostsTheSamePatches() {
    list.series("PATCH v2", "lamp: reading", "lamp: read", "lamp: get", "lamp: put", "lamp: x");
    list.pass(7);
    String anew =
        list.series("PATCH", "lamp: reads", "lamp: read", "lamp: get", "lamp: put", "lamp: y");
    assertThat(list.evidence(anew)).contains("patch-titles");
    assertThat(list.tracker.series()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[PATCH net-next 07/30]", "[PATCH 2/3]"})
  void onePatchOfAMaintainersRoundIsNotPostedByItsAuthor(String prefix) {
    list.patch("[PATCH] lamp: dim the light at night");
    list.pass(7);
    String passedOn =
        list.mail(prefix + " lamp: dim the light at night").by(ListLab.BOB).text(BY_ANN).send();
    assertThat(list.revisionOf(passedOn).author().address()).isEqualTo("ann@example.org");
    assertThat(list.revisionOf(passedOn).link()).isEmpty();
  }

  @Test
  void theSamePatchOfTwoLikePostingsIsEnoughOnOneOfManyLists() {
    list.mail("[PATCH 05/11] lamp: dim the light at night").send();
    list.pass(7);
    list.mail("[PATCH 06/12] lamp: dim the light at night").send();
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  void onePatchOfALongRequestForCommentsIsNotItsNextPosting() {
    list.mail("[RFC PATCH 03/38] lamp: dim the light at night").send();
    list.pass(7);
    list.mail("[PATCH 2/9] lamp: dim the light at night").send();
    assertThat(list.tracker.series()).hasSize(2);
  }

  @Test
  void aRequestForCommentsMayBecomeMorePatches() {
    list.mail("[RFC PATCH] lamp: dim").touching("lampdim.c").send();
    list.pass(7);
    list.series("PATCH", "lamp: dimming", "lamp: dim", "lamp: z");
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  void aSmallPatchWhoseLinesALargerWorkHasTooIsNotItsFirstVersion() {
    list.mail("[PATCH v2] lamp: let the timer decide").touching("lampread.c").send();
    list.pass(90);
    list.series(
        "PATCH v3",
        "core: helper for devices",
        "lamp: read",
        "buoy: y",
        "frog: z",
        "owl: w",
        "elk: v");
    assertThat(list.tracker.series()).hasSize(2);
  }
}
