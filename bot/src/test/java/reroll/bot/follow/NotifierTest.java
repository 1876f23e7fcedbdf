package reroll.bot.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.series.Arrival;
import reroll.bot.series.SeriesTracker;

class NotifierTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final SeriesTracker tracker = new SeriesTracker(100_000);
  private final Follows follows = new Follows();
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
  void whatWaitsAndWhatWasToldAreBounded() {
    for (int i = 0; i < Notifier.MAX_WAITING + 5; i++) {
      posts("[PATCH 1/2] part " + i + ": begin", "a" + i + "@example.org");
    }
    assertThat(notifier.waiting()).hasSize(Notifier.MAX_WAITING);
    List<Long> many = LongStream.rangeClosed(-Notifier.MAX_TOLD, -1).boxed().toList();
    notifier.restore(new Notifier.Saved(Map.of(), many));
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

  private List<String> told() {
    return notifier.news(notifier.settled(now, tracker::revision), follows, tracker::find).stream()
        .flatMap(
            news ->
                news.follows().stream()
                    .map(
                        follow ->
                            follow.channel()
                                + ": "
                                + news.revision().label()
                                + " of "
                                + news.revision().title()))
        .toList();
  }
}
