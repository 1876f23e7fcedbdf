package reroll.bot.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Vocabulary;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.series.Arrival;
import reroll.bot.series.Link;
import reroll.bot.series.Revision;
import reroll.bot.series.SeriesEvent;
import reroll.bot.series.SeriesTracker;

class NotifierTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final SeriesTracker tracker = new SeriesTracker(100_000);
  private final Audience audience =
      Audience.empty(new FilterParser(Vocabulary.EMPTY.withLists(Set.of("list"))));
  private final Follows follows = audience.follows();
  private final Notifier notifier = new Notifier(QUIET);
  private Instant now = NOON;

  @Test
  void aNewVersionIsToldAsSoonAsItIsWhole() {
    posts("[PATCH 1/1] lamp: dim");
    follow("room");
    posts("[PATCH v2 1/2] lamp: dim");
    assertThat(told()).isEmpty();
    posts("[PATCH v2 2/2] lamp: document dimming");
    assertThat(told()).containsExactly("room: v2 of lamp: dim");
  }

  @Test
  void aVersionOfWhichPatchesAreMissingIsToldWhenNothingMoreCame() {
    posts("[PATCH] lamp: dim");
    follow("room");
    posts("[PATCH v2 1/2] lamp: dim");
    assertThat(notifier.nextDue()).contains(now.plus(QUIET));
    now = now.plus(QUIET).minusSeconds(1);
    assertThat(told()).isEmpty();
    now = now.plusSeconds(1);
    assertThat(told()).containsExactly("room: v2 of lamp: dim");
    assertThat(notifier.nextDue()).isEmpty();
  }

  @Test
  void aPatchThatComesAfterTheTellingDoesNotTellAgain() {
    posts("[PATCH] lamp: dim");
    follow("room");
    posts("[PATCH v2 1/2] lamp: dim");
    now = now.plus(QUIET);
    assertThat(told()).hasSize(1);
    posts("[PATCH v2 2/2] lamp: document dimming");
    now = now.plus(QUIET);
    assertThat(told()).isEmpty();
  }

  @Test
  void eachChannelThatFollowsIsToldAndNoOther() {
    posts("[PATCH] lamp: dim");
    follow("room");
    follow("hall");
    posts("[PATCH v2] lamp: dim");
    posts("[PATCH v2] other: thing");
    assertThat(told()).containsExactly("room: v2 of lamp: dim", "hall: v2 of lamp: dim");
  }

  @Test
  void whatWasThereWhenTheFollowBeganIsNoNews() {
    posts("[PATCH] lamp: dim");
    posts("[PATCH v2] lamp: dim");
    follow("room");
    assertThat(told()).isEmpty();
  }

  @Test
  void newSeriesAndVersionsAreToldWhereAFilterLetsThemThrough() {
    subscribe("room", "title:dim");
    subscribe("hall", "title:glow");
    posts("[PATCH] lamp: dim");
    assertThat(told()).containsExactly("room: v1 of lamp: dim");
    posts("[PATCH v2] lamp: dim");
    assertThat(told()).containsExactly("room: v2 of lamp: dim");
    posts("[PATCH] lamp: glow");
    assertThat(told()).containsExactly("hall: v1 of lamp: glow");
  }

  @Test
  void aFilterIsAskedAgainWhenALatePatchCame() {
    subscribe("room", "title:dimming");
    subscribe("hall", "title:dim");
    posts("[PATCH 1/2] lamp: dim");
    now = now.plus(QUIET);
    assertThat(told()).containsExactly("hall: v1 of lamp: dim");
    posts("[PATCH 2/2] lamp: document dimming");
    assertThat(told()).containsExactly("room: v1 of lamp: dim");
    now = now.plus(QUIET);
    assertThat(told()).isEmpty();
  }

  @Test
  void whatWasThereWhenASubscriptionBeganIsNoNews() {
    posts("[PATCH 1/2] lamp: dim");
    subscribe("room", "title:lamp");
    posts("[PATCH 2/2] lamp: document dimming");
    assertThat(told()).isEmpty();
  }

  @Test
  void whatOnlyTurnsOutToBeLinkedIsNoNewsForSubscriptions() {
    subscribe("room", "title:lamp");
    posts("[PATCH] lamp: dim");
    Revision revision = tracker.revision(1).orElseThrow();
    Notifier later = new Notifier(QUIET);
    later.note(new SeriesEvent.Linked(revision, new Link(revision, List.of())), now);

    assertThat(later.news(later.settled(now, tracker::revision), audience)).isEmpty();
  }

  @Test
  void aMutedSeriesIsNotToldWhateverElseIsAskedFor() {
    posts("[PATCH] lamp: dim");
    follow("room");
    follow("hall");
    subscribe("room", "");
    audience.mutes().add(new Mute("room", 1, "ann", now));
    posts("[PATCH v2] lamp: dim");
    assertThat(told()).containsExactly("hall: v2 of lamp: dim");
    posts("[PATCH] lamp: glow");
    assertThat(told()).containsExactly("room: v1 of lamp: glow");
  }

  @Test
  void aChannelIsToldOnceWithAllReasons() {
    posts("[PATCH] lamp: dim");
    follow("room");
    subscribe("room", "title:dim");
    subscribe("room", "author:ann");
    subscribe("room", "path:lamp.c");
    posts("[PATCH v2] lamp: dim");
    assertThat(notifier.news(notifier.settled(now, tracker::revision), audience))
        .flatExtracting(Notifier.News::interests)
        .containsExactly(
            new Interest(
                "room",
                "followed here by ann; subscribed: list title:dim; subscribed: list author:ann;"
                    + " and 1 more"));
  }

  @Test
  void whatWaitsAndWhatWasToldAreBounded() {
    for (int i = 0; i < Notifier.MAX_WAITING + 5; i++) {
      posts("[PATCH 1/2] part " + i + ": begin", "a" + i + "@example.org");
    }
    assertThat(notifier.waiting()).hasSize(Notifier.MAX_WAITING);
    assertThat(notifier.posted()).hasSize(Notifier.MAX_WAITING + 5);
    List<Long> many = LongStream.rangeClosed(-Notifier.MAX_TOLD, -1).boxed().toList();
    notifier.restore(new Notifier.Saved(Map.of(), many, many.stream().map(this::told).toList()));
    posts("[PATCH 1/2] one more: begin", "more@example.org");
    assertThat(notifier.posted()).hasSize(Notifier.MAX_POSTED);
    follows.add(new Follow("room", tracker.lastNumber(), "ann", now, 0));
    now = now.plus(QUIET);
    assertThat(told()).hasSize(1);
    assertThat(notifier.told()).hasSize(Notifier.MAX_TOLD);
  }

  @Test
  void followsAreBounded() {
    Follow follow = new Follow("room", 1, "ann", NOON, 0);
    for (int i = 0; i < Follows.MAX; i++) {
      assertThat(follows.add(follow)).isTrue();
    }
    assertThat(follows.add(follow)).isFalse();
    assertThat(follows.all()).hasSize(Follows.MAX);
  }

  private Notifier.Told told(long revision) {
    return new Notifier.Told(revision, List.of("room"));
  }

  private void posts(String subject) {
    posts(subject, "ann@example.org");
  }

  private void posts(String subject, String author) {
    String mail =
        "From: "
            + author
            + "\nSubject: "
            + subject
            + "\nMessage-ID: <"
            + subject.hashCode()
            + "@example.org>\n\nText.\n---\n lamp.c | 1 +\n\n"
            + "diff --git a/lamp.c b/lamp.c\n--- a/lamp.c\n+++ b/lamp.c\n@@ -1 +1,2 @@\n x\n+y\n";
    tracker
        .accept(
            MailReader.read(MailParser.parse(mail.getBytes(StandardCharsets.UTF_8))),
            new Arrival("list", "1", now))
        .forEach(event -> notifier.note(event, now));
  }

  private void follow(String channel) {
    follows.add(new Follow(channel, 1, "ann", now, tracker.lastNumber()));
  }

  private void subscribe(String channel, String filter) {
    Topic topic = new Topic(channel, Optional.of("list"), filter);
    long seen = tracker.lastNumber();
    audience.subscriptions().add(new Subscription(topic, "ann", now, seen, false));
  }

  private List<String> told() {
    return notifier.news(notifier.settled(now, tracker::revision), audience).stream()
        .flatMap(
            news ->
                news.interests().stream()
                    .map(
                        interest ->
                            interest.channel()
                                + ": "
                                + news.revision().label()
                                + " of "
                                + news.revision().title()))
        .toList();
  }
}
