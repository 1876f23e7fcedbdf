package reroll.bot.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static reroll.bot.compare.Patches.adding;
import static reroll.bot.compare.Patches.patch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.BoundedWork;

class SeriesComparisonTest {
  /** Two postings, and what is told of each patch. */
  record Row(String name, List<PatchForm> left, List<PatchForm> right, List<String> told) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final PatchForm WEED = patch("1", "pond: weed", adding("weed", 8));
  private static final PatchForm DIG = patch("2", "pond: dig", adding("dig", 8));

  static Stream<Row> rows() {
    String[] oneMore = adding("weed", 9);
    String[] twoHalves =
        Stream.of(adding("weed", 8), adding("dig", 8))
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    return Stream.of(
        new Row("the same", List.of(WEED, DIG), List.of(WEED, DIG), List.of("1=1", "2=2")),
        new Row(
            "another order",
            List.of(WEED, DIG),
            List.of(patch("1", "pond: dig", adding("dig", 8)), WEED),
            List.of("2=1", "1=1")),
        new Row(
            "one line more",
            List.of(WEED),
            List.of(patch("1", "pond: weed", oneMore)),
            List.of("1!1 CODE +1 -0")),
        new Row(
            "another message",
            List.of(WEED),
            List.of(patch("1", "pond: weed", List.of("Because."), adding("weed", 8))),
            List.of("1!1 MESSAGE +0 -0")),
        new Row(
            "another title",
            List.of(WEED),
            List.of(patch("1", "pond: pull the weed", adding("weed", 8))),
            List.of("1!1 MESSAGE +0 -0 renamed")),
        new Row(
            "other surroundings",
            List.of(patch("1", "pond: weed", with(" old", adding("weed", 8)))),
            List.of(patch("1", "pond: weed", with(" new", adding("weed", 8)))),
            List.of("1!1 SURROUNDINGS +0 -0")),
        new Row(
            "the same title and all other code",
            List.of(WEED),
            List.of(patch("1", "pond: weed", adding("fish", 9))),
            List.of("1!1 REWRITTEN +9 -8")),
        new Row(
            "one new, one dropped",
            List.of(WEED, DIG),
            List.of(patch("1", "pond: fish", adding("fish", 9)), WEED),
            List.of(">1", "1=1", "2<")),
        new Row(
            "split",
            List.of(patch("1", "pond: all", twoHalves)),
            List.of(patch("1", "pond: weed", adding("weed", 8)), DIG),
            List.of("1!1 CODE +0 -8 renamed", ">2 of 1")),
        new Row(
            "merged",
            List.of(WEED, DIG),
            List.of(patch("1", "pond: all", twoHalves)),
            List.of("1!1 CODE +8 -0 renamed", "2< of 1")),
        new Row("nothing before", List.of(), List.of(WEED), List.of(">1")),
        new Row("nothing now", List.of(WEED), List.of(), List.of("1<")),
        new Row("nothing at all", List.of(), List.of(), List.of()));
  }

  private static String[] with(String first, String... rest) {
    return Stream.concat(Stream.of(first), Arrays.stream(rest)).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyPatchIsToldOnce(Row row) {
    SeriesComparison comparison = SeriesComparison.of(row.left(), row.right());

    assertThat(comparison.pairs()).map(SeriesComparisonTest::told).isEqualTo(row.told());
  }

  private static String told(PatchPair pair) {
    String part = pair.partOf().map(whole -> " of " + whole.number()).orElse("");
    return switch (pair.change()) {
      case NEW -> ">" + pair.patch().number() + part;
      case DROPPED -> pair.patch().number() + "<" + part;
      case UNCHANGED -> numbers(pair, "=");
      default ->
          numbers(pair, "!")
              + " "
              + pair.change()
              + " +"
              + pair.added()
              + " -"
              + pair.removed()
              + (pair.isRenamed() ? " renamed" : "");
    };
  }

  private static String numbers(PatchPair pair, String sign) {
    return pair.left().orElseThrow().number() + sign + pair.right().orElseThrow().number();
  }

  @Test
  void onePatchCanBeAskedFor() {
    SeriesComparison all = SeriesComparison.of(List.of(WEED, DIG), List.of(WEED));

    assertThat(all.only("2").pairs()).map(PatchPair::change).containsExactly(PatchChange.DROPPED);
    assertThat(all.only("3").pairs()).isEmpty();
  }

  /** The figure: 30 patches within 200 ms. Ten times that is left to slow machines. */
  @Test
  @BoundedWork(seconds = 2)
  void aSeriesOfThirtyPatchesIsComparedAtOnce() {
    List<PatchForm> left = new ArrayList<>();
    List<PatchForm> right = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      left.add(patch("" + i, "pond: step " + i, adding("step_" + i, 200)));
      right.add(patch("" + i, "pond: step " + i, adding("step_" + (31 - i), 190 + i % 7)));
    }

    assertThat(SeriesComparison.of(left, right).count(PatchChange.CODE)).isEqualTo(30);
  }

  @Test
  @BoundedWork(seconds = 20)
  void aPostingOfAThousandLikePatchesTakesBoundedWork() {
    List<PatchForm> left = new ArrayList<>();
    List<PatchForm> right = new ArrayList<>();
    for (int i = 1; i <= 1_000; i++) {
      left.add(patch("" + i, "pond: step " + i, adding("all_" + i % 7, 100)));
      right.add(patch("" + i, "pond: step " + i, adding("all_" + i % 5, 100 + i)));
    }

    assertThat(SeriesComparison.of(left, right).pairs()).hasSizeBetween(1_000, 2_000);
  }
}
