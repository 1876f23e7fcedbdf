package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Patches of two postings that answer the same mail: each finds its own. */
class MixedPostingsTest {
  private final ListLab list = new ListLab();

  @Test
  void besideAPatchWithoutACounterThereIsNoOneOfOne() {
    String whole = list.patch("[PATCH for QEMU] lamp: dim");
    list.mail("[PATCH 1/1] buoy: float").answering(whole).touching("buoy.c").send();
    assertThat(list.series()).containsExactly("#1 v1(1/1) lamp: dim", "#2 v1(1/1) buoy: float");
  }

  @Test
  void whatIsTitledAsThePatchThatItAnswersIsASecondCopy() {
    String whole = list.patch("[PATCH] lamp: dim");
    String again = list.mail("[PATCH 1/1] lamp: dim").answering(whole).send();
    assertThat(list.revisionOf(whole).others())
        .extracting(mail -> mail.id().value())
        .containsExactly(again);
  }

  @Test
  void aPatchWithoutACounterMayGetAnAddition() {
    String whole = list.patch("[PATCH] lamp: dim");
    list.mail("[PATCH 2/1] lamp: document").answering(whole).touching("lamp.rst").send();
    assertThat(list.tracker.series()).hasSize(1);
    assertThat(list.revisionOf(whole).patches()).hasSize(2);
  }

  @Test
  void aCoverThatComesLastLeadsThePostingOfItsCount() {
    list.mail("[PATCH v2 1/2] lamp: read").answering("cover@x").send();
    list.mail("[PATCH v2 1/3] lamp: read").answering("cover@x").send();
    list.mail("[PATCH v2 2/3] lamp: write").answering("cover@x").send();
    String cover = list.mail("[PATCH v2 0/3] lamp: dim").id("cover@x").text("Hi.").send();
    list.mail("[PATCH v2 3/3] lamp: put").answering("cover@x").send();
    assertThat(list.revisionOf(cover).patches()).hasSize(3);
  }
}
