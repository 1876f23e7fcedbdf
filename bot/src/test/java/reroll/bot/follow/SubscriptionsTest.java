package reroll.bot.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Vocabulary;
import reroll.bot.follow.Subscription.Topic;

class SubscriptionsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  private final Subscriptions subscriptions =
      new Subscriptions(new FilterParser(Vocabulary.EMPTY.withLists(Set.of("pond"))));

  @Test
  void subscriptionsAreBounded() {
    for (int i = 0; i < Subscriptions.MAX; i++) {
      assertThat(subscriptions.add(by("ann", "author:a" + i))).isTrue();
    }
    assertThat(subscriptions.add(by("ann", "author:more"))).isFalse();
    assertThat(subscriptions.add(by("bob", "author:a0"))).isTrue();
    assertThat(subscriptions.all()).hasSize(Subscriptions.MAX);
  }

  @Test
  void aFilterThatCanNoLongerBeReadIsKeptAndSaysWhy() {
    Subscription gone = by("ann", "team:gone");

    assertThat(subscriptions.add(gone)).isTrue();
    assertThat(subscriptions.in("room")).containsExactly(gone);
    assertThat(subscriptions.problem(gone)).get().asString().contains("there is no team gone");
    assertThat(subscriptions.problem(by("ann", "author:ann"))).isEmpty();
  }

  @Test
  void theConfigurationAddsAndTakesAwayItsOwnOnly() {
    subscriptions.add(by("ann", "author:ann"));
    subscriptions.configure(List.of(topic("author:bob"), topic("author:cid")), NOON, 7);
    assertThat(subscriptions.all()).hasSize(3);

    subscriptions.configure(List.of(topic("author:cid"), topic("author:dan")), LATER, 9);

    assertThat(subscriptions.all())
        .extracting(s -> s.topic().filter(), Subscription::seen, Subscription::configured)
        .containsExactly(
            tuple("author:ann", 1L, false),
            tuple("author:cid", 7L, true),
            tuple("author:dan", 9L, true));
    assertThat(subscriptions.remove(s -> true)).isEqualTo(1);
    assertThat(subscriptions.all()).hasSize(2);
  }

  @Test
  void whatSomebodyAskedForMayMoveIntoTheConfiguration() {
    subscriptions.add(by("ann", "author:ann"));
    subscriptions.configure(List.of(topic("author:ann")), LATER, 9);

    assertThat(subscriptions.all())
        .containsExactly(new Subscription(topic("author:ann"), "ann", NOON, 1, true));
    assertThat(subscriptions.isConfiguredAs(List.of(topic("author:ann")))).isTrue();
    assertThat(subscriptions.isConfiguredAs(List.of())).isFalse();
  }

  private static Topic topic(String filter) {
    return new Topic("room", Optional.of("pond"), filter);
  }

  private static Subscription by(String who, String filter) {
    return new Subscription(topic(filter), who, NOON, 1, false);
  }
}
