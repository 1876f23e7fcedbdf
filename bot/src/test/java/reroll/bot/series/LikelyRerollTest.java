package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no author states and yet is one series, and beside it what comes close and is none. */
class LikelyRerollTest {
  private final ListLab list = new ListLab();

  /** Two patches by Ann, the second so many days later; how many series they are. */
  @ParameterizedTest(name = "{4} series: {2}, {3} after {1} days")
  @CsvSource(
      delimiter = '|',
      value = {
        // first   | days | second                     | its title                | series
        "[PATCH]   | 500  | [PATCH v2] lamp.c          | lamp: dim the light now  | 1",
        "[PATCH]   | 500  | [PATCH v2] buoy.c          | lamp: dim the light now  | 2",
        "[PATCH]   | 1200 | [PATCH v2] lamp.c          | lamp: dim the light now  | 2",
        "[PATCH]   | 2    | [PATCH] lamp.c             | lamp: dim the light now  | 1",
        "[PATCH]   | 2    | [PATCH] buoy.c             | lamp: dim the light now  | 2",
        "[PATCH]   | 40   | [PATCH] lamp.c             | lamp: dim the light now  | 2",
        "[PATCH v2]| 7    | [PATCH v3] lamp.c more.c   | lamp: dim the lights now | 1",
        "[PATCH]   | 7    | [PATCH v2] lamp.c more.c   | lamp: dim all lights now | 2",
        "[PATCH v2]| 7    | [PATCH v3] lamp.c          | lamp: paint its old mast | 1",
        "[PATCH v2]| 60   | [PATCH v3] lamp.c          | lamp: paint its old mast | 2",
        "[PATCH]   | 7    | [PATCH v2] lamp.c          | lamp: paint its old mast | 2",
        "[PATCH v2]| 7    | [PATCH v3] lamp.c          | buoy: float on a chain   | 2",
        "[PATCH v2]| 7    | [PATCH v3] lamp.c b.c d.c  | lamp: paint its old mast | 2",
        "[PATCH v2]| 2    | [PATCH v3] lamp.c b.c d.c  | lamp: paint its old mast | 1",
        "[PATCH v2]| 7    | [PATCH v4] lamp.c more.c   | lamp: dim all lights now | 2",
        "[PATCH v2]| 60   | [PATCH v3] lamp.c more.c   | lamp: dim the red mast   | 1",
        "[PATCH]   | 60   | [PATCH v2] lamp.c more.c   | lamp: dim the red mast   | 2",
        "[PATCH v2]| 60   | [PATCH v3] lamp.c b.c d.c  | lamp: dim the red mast   | 2",
      })
  void otherCodeIsOneSeriesWhereNameNumberAndFilesSaySo(
      String first, int days, String second, String title, int series) {
    list.mail(first + " lamp: dim the light now").touching("lamp.c").send();
    list.pass(days);
    String tag = second.substring(0, second.indexOf(']') + 1);
    list.mail(tag + " " + title)
        .touching(second.substring(tag.length() + 1).split(" ", -1))
        .changing(1)
        .send();

    assertThat(list.tracker.series()).hasSize(series);
  }

  /** Of a posting to several lists each got a patch; both covers list two files of three. */
  @ParameterizedTest(name = "{0}: {1} series")
  @CsvSource({"lamp.c more.c, 1", "buoy.c raft.c, 2"})
  void whilePatchesAreMissingTheCoverTellsTheFiles(String listed, int series) {
    partOf("PATCH v2", "lamp: dim the light now", "read.c", "lamp.c more.c");
    list.pass(60);
    partOf("PATCH v3", "lamp: dim the red mast", "write.c", listed);

    assertThat(list.tracker.series()).hasSize(series);
  }

  private void partOf(String prefix, String title, String received, String listed) {
    String[] files = listed.split(" ", -1);
    String stat = " %s | 2 +-\n %s | 2 +-\n".formatted(files[0], files[1]);
    String cover =
        list.mail("[" + prefix + " 0/3] " + title)
            .text(stat + " 2 files changed, 2 insertions(+), 2 deletions(-)\n")
            .send();
    list.mail("[" + prefix + " 1/3] lamp: " + received)
        .answering(cover)
        .touching(received)
        .changing(received.length())
        .send();
  }

  /** A quarter of the lines is the same; half of the patches are called so, too. */
  @ParameterizedTest
  @CsvSource({"PATCH v3,1", "PATCH v4,2"})
  void anotherPersonGoesOnUnderTheSameName(String prefix, int series) {
    cover(ListLab.ANN, "PATCH v2", "a.c", "b.c");
    list.pass(60);
    cover(ListLab.BOB, prefix, "a.c", "c.c", "d.c");

    assertThat(list.tracker.series()).hasSize(series);
  }

  private void cover(String author, String prefix, String... files) {
    String cover =
        list.mail("[" + prefix + " 0/1] lamp: dim the light at night")
            .by(author)
            .text("Hi.")
            .send();
    list.mail("[" + prefix + " 1/1] lamp: dim it")
        .by(author)
        .text("Do it.\n\nSigned-off-by: " + author)
        .answering(cover)
        .touching(files)
        .send();
  }

  @Test
  void afterAVersionOfOnePatchTheWholeGoesOn() {
    list.series("PATCH v4", "lamp: repair it", "lamp: read", "lamp: write", "lamp: put");
    list.pass(3);
    String only = list.mail("[PATCH v5] lamp: write").touching("lampwrite.c").changing(1).send();
    list.pass(3);
    String whole = list.series("PATCH v6", "lamp: repair it", "lamp: read", "lamp: put", "lamp: x");

    assertThat(list.revisionOf(only).link()).isPresent();
    assertThat(list.revisionOf(whole).link().orElseThrow().to().label()).isEqualTo("v4");
    assertThat(list.tracker.series()).hasSize(1);
  }

  @Test
  void whereTwoWorksShareASeriesEachGoesOn() {
    String v4 =
        list.series("PATCH v4", "lamp: repair it", "lamp: read", "lamp: write", "lamp: put");
    list.pass(3);
    list.mail("[PATCH v5 0/3] buoy: paint them all")
        .text("Hi.\n\nv4: https://lore.kernel.org/r/" + v4)
        .send();
    list.pass(3);
    String whole =
        list.series("PATCH v5", "lamp: repair it", "lamp: read", "lamp: write", "lamp: put");

    assertThat(list.revisionOf(whole).link().orElseThrow().to().label()).isEqualTo("v4");
  }
}
