package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.Version;

/** What a person says of how mails belong together holds, whatever the mails say. */
class RulingTest {
  private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");

  private final ListLab list = new ListLab();

  /** What people do and say of it, and the series that come of that. */
  private record Story(String name, ListLab list, List<Ruling> said, List<String> series) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Ruling follows(String mail, String earlier) {
    return new Ruling.Follows(new MessageId(mail), new MessageId(earlier), "Bea", NOON);
  }

  private static Ruling apart(String mail, String earlier) {
    return new Ruling.Apart(new MessageId(mail), new MessageId(earlier), "Bea", NOON);
  }

  private static Ruling counted(String mail, int version) {
    return new Ruling.Counted(new MessageId(mail), Version.of(version), "Bea", NOON);
  }

  static Stream<Story> stories() {
    return Stream.of(
        strangersAreLinked(),
        twoLongSeriesAreLinked(),
        aLikelyLinkIsCut(),
        aStatedLinkIsCut(),
        aVersionGoesToAnotherSeries(),
        theNewestWordCounts(),
        aCutOutlivesALaterVersion(),
        aVersionIsCounted());
  }

  private static String single(ListLab list, String subject, String file) {
    String id = list.mail(subject).touching(file).send();
    list.pass(7);
    return id;
  }

  private static Story strangersAreLinked() {
    ListLab list = new ListLab();
    String first = single(list, "[PATCH] lamp: dim", "a.c");
    String second = single(list, "[PATCH v2] buoy: paint", "b.c");
    single(list, "[PATCH v3] buoy: paint", "b.c");
    return new Story(
        "strangers are linked", list, List.of(follows(second, first)), List.of("v1 v2>v1 v3>v2"));
  }

  private static Story twoLongSeriesAreLinked() {
    ListLab list = new ListLab();
    String lamp = list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    list.pass(7);
    list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    list.pass(7);
    String buoy = list.series("PATCH v3", "buoy: paint", "buoy: red", "buoy: green");
    list.pass(7);
    list.series("PATCH v4", "buoy: paint", "buoy: red", "buoy: green");
    return new Story(
        "two long series are linked",
        list,
        List.of(follows(buoy, lamp)),
        List.of("v1 v2>v1 v3>v1 v4>v3"));
  }

  private static Story aLikelyLinkIsCut() {
    ListLab list = new ListLab();
    String first = single(list, "[PATCH] lamp: dim", "a.c");
    String second = single(list, "[PATCH v2] lamp: dim", "a.c");
    single(list, "[PATCH v3] lamp: dim", "a.c");
    return new Story(
        "a likely link is cut", list, List.of(apart(second, first)), List.of("v1", "v2 v3>v2"));
  }

  private static Story aStatedLinkIsCut() {
    ListLab list = new ListLab();
    String id = "change-id: 20260101-lamp-123456789abc";
    String first = list.mail("[PATCH] lamp: dim").touching("a.c").notes(id).send();
    list.pass(7);
    String second = list.mail("[PATCH v2] lamp: dim").touching("a.c").notes(id).send();
    list.pass(7);
    list.mail("[PATCH v3] lamp: dim").touching("a.c").notes(id).send();
    return new Story(
        "a stated link is cut", list, List.of(apart(second, first)), List.of("v1", "v2 v3>v2"));
  }

  private static Story aVersionGoesToAnotherSeries() {
    ListLab list = new ListLab();
    String lamp = single(list, "[PATCH] lamp: dim", "a.c");
    String buoy = single(list, "[PATCH] buoy: paint", "b.c");
    String second = single(list, "[PATCH v2] lamp: dim", "a.c");
    return new Story(
        "a version goes to another series",
        list,
        List.of(apart(second, lamp), follows(second, buoy)),
        List.of("v1", "v1 v2>v1"));
  }

  private static Story theNewestWordCounts() {
    ListLab list = new ListLab();
    String first = single(list, "[PATCH] lamp: dim", "a.c");
    String second = single(list, "[PATCH v2] lamp: dim", "a.c");
    return new Story(
        "the newest word counts",
        list,
        List.of(follows(second, first), apart(second, first)),
        List.of("v1", "v2"));
  }

  private static Story aCutOutlivesALaterVersion() {
    ListLab list = new ListLab();
    list.mail("[PATCH] lamp: dim").id("one@x.org").touching("a.c").send();
    list.pass(7);
    list.mail("[PATCH v2] lamp: dim").id("two@x.org").touching("a.c").send();
    list.pass(7);
    list.mail("[PATCH v3] lamp: dim")
        .touching("a.c")
        .notes("v1: https://lore.kernel.org/r/one@x.org\nv2: https://lore.kernel.org/r/two@x.org")
        .send();
    return new Story(
        "a cut outlives a later version",
        list,
        List.of(apart("two@x.org", "one@x.org")),
        List.of("v1", "v2 v3>v2"));
  }

  private static Story aVersionIsCounted() {
    ListLab list = new ListLab();
    single(list, "[PATCH] lamp: dim the light", "a.c");
    String second = single(list, "[PATCH] lamp: dim the light at night", "a.c");
    single(list, "[PATCH v3] lamp: dim the light at night", "a.c");
    return new Story(
        "a version is counted", list, List.of(counted(second, 2)), List.of("v1 v2>v1 v3>v2"));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void whatAPersonSaysHoldsWheneverItIsSaidAndInWhateverOrderMailIsLearned(Story story) {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      List<ListLab.Posted> mails = new ArrayList<>(story.list().posted);
      Collections.shuffle(mails, random);
      int saidAfter = random.nextInt(mails.size() + 1);
      SeriesTracker tracker = learn(mails, saidAfter, story.said());
      assertThat(series(tracker))
          .as("seed %d, said after %d of %s", seed, saidAfter, mails)
          .containsExactlyElementsOf(new TreeSet<>(story.series()));
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void whatIsTakenBackHasNeverBeenSaid(Story story) {
    SeriesTracker tracker = story.list().tracker;
    Set<String> before = series(tracker);
    story.said().forEach(tracker::rule);
    story.said().forEach(tracker::takeBack);
    assertThat(series(tracker)).isEqualTo(before);
    assertThat(tracker.rulings().all()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void whatAPersonSaysHoldsAfterARestart(Story story) {
    story.said().forEach(story.list().tracker::rule);
    story.list().restart();
    assertThat(series(story.list().tracker))
        .containsExactlyElementsOf(new TreeSet<>(story.series()));
    story.said().forEach(story.list().tracker::takeBack);
    SeriesTracker untold = learn(story.list().posted, 0, List.of());
    assertThat(series(story.list().tracker)).isEqualTo(series(untold));
  }

  private static SeriesTracker learn(List<ListLab.Posted> mails, int saidAfter, List<Ruling> said) {
    SeriesTracker tracker = new SeriesTracker(10_000);
    for (int i = 0; i <= mails.size(); i++) {
      if (i == saidAfter) {
        said.forEach(tracker::rule);
      }
      if (i < mails.size()) {
        tracker.accept(mails.get(i).facts(), mails.get(i).arrival());
      }
    }
    return tracker;
  }

  /** Each series as {@code v1 v2>v1}: its revisions and what they follow. */
  private static Set<String> series(SeriesTracker tracker) {
    return tracker.series().stream()
        .map(
            series ->
                series.revisions().stream().map(RulingTest::line).collect(Collectors.joining(" ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(Revision revision) {
    return revision.label() + revision.link().map(link -> ">" + link.to().label()).orElse("");
  }

  @Test
  void aLinkSaysWhoMadeItAndWhen() {
    String first = list.patch("[PATCH] lamp: dim");
    String second = list.mail("[PATCH v2] buoy: paint").touching("b.c").send();
    list.tracker.rule(follows(second, first));
    assertThat(list.revisionOf(second).link().orElseThrow().evidence())
        .containsExactly(new LinkEvidence.ByPerson("Bea", NOON));
  }

  @Test
  void linksInACircleAreNotFollowedForEver() {
    String first = list.patch("[PATCH] lamp: dim");
    String second = list.mail("[PATCH] buoy: paint").touching("b.c").send();
    String third = list.mail("[PATCH] mast: oil").touching("c.c").send();
    list.tracker.rule(follows(second, first));
    list.tracker.rule(follows(third, second));
    list.tracker.rule(follows(first, third));
    list.tracker.rule(follows(first, first));
    assertThat(list.series()).hasSize(1);
    assertThat(list.tracker.find(1).orElseThrow().title()).isNotEmpty();
  }

  @Test
  void aNumberGoesOnNamingTheRevisionThatGaveIt() {
    String first = list.patch("[PATCH] lamp: dim");
    String second = list.patch("[PATCH v2] lamp: dim");
    list.tracker.rule(apart(second, first));
    assertThat(list.series()).containsExactly("#1 v1(1/1) lamp: dim", "#2 v2(1/1) lamp: dim");
    list.tracker.rule(follows(second, first));
    assertThat(list.series()).containsExactly("#1 v1(1/1) v2(1/1) lamp: dim");
    assertThat(list.tracker.find(2)).isEqualTo(list.tracker.find(1));
  }

  @Test
  void aSeriesThatSomebodySaidSomethingOfStaysWithinItsBound() {
    String first = list.patch("[PATCH] lamp: dim");
    for (int i = 0; i < Series.MAX_REVISIONS + 5; i++) {
      String other = list.mail("[PATCH] buoy: paint " + i).touching("b" + i + ".c").send();
      list.tracker.rule(follows(other, first));
    }
    assertThat(list.tracker.find(1).orElseThrow().revisions()).hasSize(Series.MAX_REVISIONS);
  }

  @Test
  void moreThanTheBoundIsRefusedAndChangesNothing() {
    for (int i = 0; i < Rulings.MAX; i++) {
      assertThat(list.tracker.rule(follows("b" + i + "@x", "a" + i + "@x"))).isTrue();
    }
    assertThat(list.tracker.rule(follows("b@x", "a@x"))).isFalse();
    assertThat(list.tracker.rulings().all()).hasSize(Rulings.MAX);
    assertThat(list.tracker.rulings().of(new MessageId("b@x"))).isEmpty();
  }
}
