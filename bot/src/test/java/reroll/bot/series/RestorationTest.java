package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reroll.bot.series.SavedSeries.SavedLink;
import reroll.bot.series.SavedSeries.SavedRevision;

/** What a start took up waits until somebody asks for a part of it; nobody can tell. */
class RestorationTest {
  private final SeriesTracker saved = learned();
  private final SeriesTracker restored = new SeriesTracker(100_000);

  private static SeriesTracker learned() {
    ListLab lab = new ListLab();
    lab.series("PATCH", "pond: add a bridge", "pond: dig", "pond: build");
    lab.series("PATCH v2", "pond: add a bridge", "pond: dig", "pond: build");
    lab.patch("[PATCH] lake: mend the dam");
    return lab.tracker;
  }

  private static List<SavedSeries> all(SeriesTracker tracker) {
    List<SavedSeries> all = new ArrayList<>();
    tracker.save(all::add);
    return all;
  }

  @BeforeEach
  void start() {
    restored.restore(saved.lastNumber(), all(saved));
  }

  @Test
  void howManyThereAreIsKnownAtOnceAndStaysSo() {
    assertThat(restored.seriesCount()).isEqualTo(2);
    assertThat(restored.size()).isEqualTo(7);
    assertThat(restored.series()).hasSize(2);
    assertThat(restored.seriesCount()).isEqualTo(2);
    assertThat(restored.size()).isEqualTo(7);
  }

  @Test
  void whatNobodyAskedForIsSavedAsItWas() {
    assertThat(all(restored)).isEqualTo(all(saved));
  }

  @Test
  void whatSomebodyAskedForIsSavedAsItWas() {
    assertThat(restored.find(1)).isPresent();
    assertThat(all(restored)).isEqualTo(all(saved));
  }

  @Test
  void aSeriesIsFoundWithItsVersionsAndTheirLinks() {
    assertThat(restored.series()).map(Series::id).containsExactly(1L, 3L);
    assertThat(restored.find(1).orElseThrow().revisions())
        .map(Revision::label)
        .containsExactly("v1", "v2");
    assertThat(restored.revision(2).orElseThrow().link().orElseThrow().to().number()).isOne();
  }

  @Test
  void onlyASeriesThatLostNothingIsWhole() {
    SavedSeries whole = all(saved).get(0);
    SavedRevision first = whole.revisions().get(0);
    SavedRevision second = whole.revisions().get(1);
    assertThat(whole.isWhole()).isTrue();
    assertThat(new SavedSeries(1, List.of(), List.of()).isWhole()).isFalse();
    assertThat(new SavedSeries(1, List.of(), List.of(second)).isWhole())
        .as("the first version, to which the second is linked, is gone")
        .isFalse();
    assertThat(new SavedSeries(1, List.of(), List.of(first, withoutMails(second))).isWhole())
        .isFalse();
  }

  private static SavedRevision withoutMails(SavedRevision revision) {
    Optional<SavedLink> link = revision.link();
    return new SavedRevision(
        revision.number(),
        revision.version(),
        revision.total(),
        Optional.empty(),
        List.of(),
        List.of(),
        link,
        revision.reception(),
        Optional.empty());
  }
}
