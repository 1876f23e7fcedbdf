package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.series.ListLab.Posted;

/** The bot may learn of mails in another order than that in which they arrived. */
class LearningOrderTest {
  private static final String CHANGE_ID = "change-id: 20260101-lamp-123456789abc";

  /** What people do; each is told in the order in which it happened. */
  private static final Map<String, Consumer<ListLab>> STORIES = new LinkedHashMap<>();

  static {
    STORIES.put("three versions", LearningOrderTest::threeVersions);
    STORIES.put("a change-id", LearningOrderTest::threeVersionsWithChangeId);
    STORIES.put("stated links", LearningOrderTest::threeVersionsWithLinks);
    STORIES.put("a new name", LearningOrderTest::aNewName);
    STORIES.put("an RFC", LearningOrderTest::anRfc);
    STORIES.put("an answer", LearningOrderTest::aVersionInTheOldThread);
    STORIES.put("a partial reroll", LearningOrderTest::aPartialReroll);
    STORIES.put("strangers", LearningOrderTest::strangersWithTheSameTitle);
    STORIES.put("a delayed version", LearningOrderTest::aDelayedVersion);
  }

  private static void threeVersions(ListLab list) {
    list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    list.pass(7);
    list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    list.pass(7);
    list.series("PATCH v3", "lamp: dim", "lamp: read", "lamp: write", "lamp: test");
  }

  private static void threeVersionsWithChangeId(ListLab list) {
    String[] titles = {"lamp: dim", "light: fade", "buoy: all new"};
    for (int i = 0; i < titles.length; i++) {
      list.mail("[PATCH v" + (i + 1) + "] " + titles[i])
          .touching("file" + i + ".c")
          .notes(CHANGE_ID)
          .send();
      list.pass(7);
    }
  }

  private static void threeVersionsWithLinks(ListLab list) {
    list.mail("[PATCH] lamp: dim").id("one@x.org").touching("a.c").send();
    list.pass(7);
    list.mail("[PATCH v2] light: fade")
        .id("two@x.org")
        .touching("b.c")
        .notes("Link to v1: https://lore.kernel.org/r/one@x.org")
        .send();
    list.pass(7);
    list.mail("[PATCH v3] buoy: all new")
        .touching("c.c")
        .notes(
            "Link to v1: https://lore.kernel.org/r/one@x.org\n"
                + "Link to v2: https://lore.kernel.org/r/two@x.org")
        .send();
  }

  private static void aNewName(ListLab list) {
    list.series("PATCH", "lamp: dim", "lamp: read level", "lamp: write level");
    list.pass(7);
    list.series("PATCH v2", "light: fade slowly", "lamp: read level", "lamp: write level");
    list.pass(7);
    list.series("PATCH v3", "light: fade slowly", "lamp: read level", "lamp: store level");
  }

  private static void anRfc(ListLab list) {
    list.series("RFC PATCH", "lamp: dim the light", "lamp: read", "lamp: write");
    list.pass(7);
    list.series("PATCH", "lamp: dim the light", "lamp: read", "lamp: write");
    list.pass(7);
    list.series("PATCH v2", "lamp: dim the light", "lamp: read", "lamp: write");
  }

  private static void aVersionInTheOldThread(ListLab list) {
    String first = list.mail("[PATCH] lamp: dim at night").touching("a.c").send();
    list.pass(1);
    list.mail("[PATCH v2] light: fade at night").answering(first).touching("a.c").send();
    list.pass(7);
    list.mail("[PATCH v3] light: fade at night").touching("a.c").send();
  }

  private static void aPartialReroll(ListLab list) {
    String cover = list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    String second = list.revisionOf(cover).patches().get(1).id().value();
    list.mail("[PATCH v3 2/2] lamp: write").answering(second).touching("lampwrite.c").send();
    list.pass(7);
    list.series("PATCH v4", "lamp: dim", "lamp: read", "lamp: write");
  }

  private static void strangersWithTheSameTitle(ListLab list) {
    list.series("PATCH", "cleanups", "lamp: one", "lamp: two");
    list.mail("[PATCH] cleanups").by(ListLab.BOB).touching("b.c").changing(5).send();
    list.pass(7);
    list.mail("[PATCH v2] cleanups").by(ListLab.BOB).touching("b.c").changing(5).send();
    list.pass(1);
    list.series("PATCH v2", "cleanups", "lamp: one", "lamp: two");
  }

  private static void aDelayedVersion(ListLab list) {
    list.series("PATCH v2", "lamp: dim", "lamp: read", "lamp: write");
    list.series("PATCH", "lamp: dim", "lamp: read", "lamp: write");
    list.pass(7);
    list.series("PATCH v3", "lamp: dim", "lamp: read", "lamp: write");
  }

  static Set<String> stories() {
    return STORIES.keySet();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void anyOrderOfVersionsGivesTheSameSeriesAndLinks(String story) {
    ListLab natural = told(story);
    for (List<List<Posted>> order : permutations(postings(natural))) {
      List<Posted> mails = order.stream().flatMap(List::stream).toList();
      assertThat(found(learn(mails))).as("order %s", ids(mails)).isEqualTo(found(natural.tracker));
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void anyOrderOfMailsGivesTheSameSeriesAndLinks(String story) {
    ListLab natural = told(story);
    for (long seed = 1; seed <= 500; seed++) {
      List<Posted> mails = new ArrayList<>(natural.posted);
      Collections.shuffle(mails, new Random(seed));
      assertThat(found(learn(mails)))
          .as("seed %d, order %s", seed, ids(mails))
          .isEqualTo(found(natural.tracker));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"three versions", "a change-id", "stated links", "a new name"})
  void theSeriesKeepsTheLowerNumberAndTheOtherNamesItToo(String story) {
    List<List<Posted>> postings = postings(told(story));
    SeriesTracker tracker = new SeriesTracker(100);
    postings.get(1).forEach(mail -> tracker.accept(mail.facts(), mail.arrival()));
    Series known = tracker.find(1).orElseThrow();
    postings.get(0).forEach(mail -> tracker.accept(mail.facts(), mail.arrival()));
    assertThat(tracker.series()).containsExactly(known);
    assertThat(known.aliases()).containsExactly(2L);
    assertThat(tracker.find(2)).contains(known);
    assertThat(known.revisions()).extracting(Revision::label).containsExactly("v1", "v2");
    assertThat(known.revisions()).extracting(Revision::number).containsExactly(2L, 1L);
  }

  @Test
  void whoIsLinkedByAMailThatWasLearnedLateIsTold() {
    List<List<Posted>> postings = postings(told("a change-id"));
    SeriesTracker tracker = new SeriesTracker(100);
    Posted second = postings.get(1).get(0);
    Posted first = postings.get(0).get(0);
    tracker.accept(second.facts(), second.arrival());
    List<SeriesEvent> events = tracker.accept(first.facts(), first.arrival());
    assertThat(events).hasSize(2);
    assertThat(events.get(0)).isInstanceOf(SeriesEvent.Grew.class);
    assertThat(events.get(0).revision().label()).isEqualTo("v1");
  }

  private static ListLab told(String story) {
    ListLab list = new ListLab();
    STORIES.get(story).accept(list);
    return list;
  }

  private static SeriesTracker learn(List<Posted> mails) {
    SeriesTracker tracker = new SeriesTracker(10_000);
    mails.forEach(mail -> tracker.accept(mail.facts(), mail.arrival()));
    return tracker;
  }

  /** The mails of each revision. */
  private static List<List<Posted>> postings(ListLab natural) {
    Map<Revision, List<Posted>> byRevision =
        natural.posted.stream()
            .collect(
                Collectors.groupingBy(
                    mail -> natural.revisionOf(mail.facts().id().value()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return List.copyOf(byRevision.values());
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (List<T> rest : permutations(items.subList(1, items.size()))) {
      for (int i = 0; i <= rest.size(); i++) {
        List<T> order = new ArrayList<>(rest);
        order.add(i, items.get(0));
        all.add(order);
      }
    }
    return all;
  }

  private static List<String> ids(List<Posted> mails) {
    return mails.stream().map(mail -> mail.facts().id().value()).toList();
  }

  /** Series and links without the numbers, which tell when the bot learned of them. */
  private static Set<String> found(SeriesTracker tracker) {
    Set<String> found = new TreeSet<>();
    for (Series series : tracker.series()) {
      found.add(
          series.title()
              + series.revisions().stream()
                  .map(LearningOrderTest::line)
                  .collect(Collectors.joining("\n  ", "\n  ", "\n")));
    }
    return found;
  }

  private static String line(Revision revision) {
    return revision.label()
        + " "
        + revision.mails()
        + revision
            .link()
            .map(link -> " follows " + link.to().mails() + " by " + link.evidence())
            .orElse("");
  }
}
