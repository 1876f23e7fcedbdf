package reroll.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reroll.templates.text.RichText;

class OutboxTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Outbox outbox = new Outbox();

  private static Post post(int number) {
    return post(number, new Place.InChannel());
  }

  private static Post post(int number, Place place) {
    return new Post(
        new PostId("p" + number),
        "room",
        place,
        RichText.ofPlain("text"),
        Optional.empty(),
        Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void aCauseIsOwedOnceEvenAfterItWasSettled() {
    outbox.add(post(1));
    outbox.add(post(1));
    assertThat(outbox.owed()).hasSize(1);
    outbox.sent(post(1).id());
    outbox.add(post(1));
    assertThat(outbox.owed()).isEmpty();
  }

  @Test
  void whatIsBeyondTheBoundIsCounted() {
    for (int i = 0; i < Outbox.MAX_OWED + 3; i++) {
      outbox.add(post(i));
    }
    assertThat(outbox.size()).isEqualTo(Outbox.MAX_OWED);
    assertThat(outbox.dropped()).isEqualTo(3);
  }

  @Test
  void theOldestSettledPostsAreForgotten() {
    for (int i = 0; i < Outbox.MAX_SETTLED + 1; i++) {
      outbox.sent(post(i).id());
    }
    assertThat(outbox.settled()).hasSize(Outbox.MAX_SETTLED);
    assertThat(outbox.knows(post(0).id())).isFalse();
    assertThat(outbox.knows(post(1).id())).isTrue();
  }

  private void refuse(int number) {
    outbox.refuse(post(number).id(), "too long", NOON);
  }

  @Test
  void theLastDeadLettersAreKept() {
    for (int i = 0; i < DeadLetters.MAX + 1; i++) {
      outbox.add(post(i), Urgency.DIGEST);
      refuse(i);
    }
    assertThat(outbox.deadLetters().all())
        .hasSize(DeadLetters.MAX)
        .first()
        .isEqualTo(new DeadLetters.Letter(post(1), Urgency.DIGEST, "too long", NOON));
    assertThat(outbox.owed()).isEmpty();
  }

  @Test
  void aDeadLetterIsOwedAnewAsUrgentAsItWas() {
    for (int i = 1; i <= 3; i++) {
      outbox.add(post(i), Urgency.DIGEST);
      outbox.begin(post(i).id());
      refuse(i);
    }
    outbox.retry(Set.of(post(1).id(), post(3).id(), post(9).id()));
    assertThat(outbox.owed())
        .containsExactly(
            new Outbox.Owed(post(1), false, Urgency.DIGEST),
            new Outbox.Owed(post(3), false, Urgency.DIGEST));
    assertThat(outbox.deadLetters().all()).map(letter -> letter.post()).containsExactly(post(2));
    outbox.sent(post(1).id());
    outbox.add(post(1));
    assertThat(outbox.size()).as("once it was seen it is settled").isEqualTo(1);
  }

  @Test
  void aDeadLetterForWhichThereIsNoRoomStaysOne() {
    outbox.add(post(1));
    refuse(1);
    for (int i = 2; i < Outbox.MAX_OWED + 2; i++) {
      outbox.add(post(i));
    }
    outbox.retry(Set.of(post(1).id()));
    assertThat(outbox.deadLetters().size()).isEqualTo(1);
    assertThat(outbox.size()).isEqualTo(Outbox.MAX_OWED);
  }

  @Test
  void aDeadLetterThatIsForgottenIsNotOwedAgain() {
    outbox.add(post(1));
    refuse(1);
    assertThat(outbox.deadLetters().drop(post(1).id()::equals)).isEqualTo(1);
    outbox.add(post(1));
    assertThat(outbox.size() + outbox.deadLetters().size()).isZero();
  }

  private List<String> heads() {
    return outbox.heads(channel -> true).stream().map(owed -> owed.post().id().value()).toList();
  }

  @Test
  void answersGoBeforeCardsAndCardsBeforeDigestsAndTheOlderFirst() {
    outbox.add(post(1), Urgency.DIGEST);
    outbox.add(post(2), Urgency.DIGEST);
    outbox.add(post(3), Urgency.CARD);
    outbox.add(post(4), Urgency.CARD);
    outbox.add(post(5), Urgency.ANSWER);
    List<String> order = new ArrayList<>();
    while (outbox.size() > 0) {
      order.addAll(heads());
      outbox.sent(new PostId(heads().get(0)));
    }
    assertThat(order).containsExactly("p5", "p3", "p4", "p1", "p2");
  }

  @Test
  void whatHasBegunIsFinishedFirst() {
    outbox.add(post(1), Urgency.DIGEST);
    outbox.begin(post(1).id());
    outbox.add(post(2), Urgency.ANSWER);
    assertThat(heads()).containsExactly("p1");
    assertThat(outbox.heads(channel -> false)).isEmpty();
  }

  @Test
  void aChangeTakesThePlaceOfAnEarlierOneThatNobodyHasSeen() {
    Place card = new Place.InsteadOf(post(1).id());
    outbox.add(post(1));
    outbox.add(post(2, card));
    outbox.add(post(3, new Place.InsteadOf(post(9).id())));
    outbox.add(post(4, new Place.Below(post(1).id())));
    outbox.add(post(5, card));
    assertThat(outbox.owed())
        .map(owed -> owed.post().id().value())
        .containsExactly("p1", "p3", "p4", "p5");
  }

  @Test
  void aChangeThatIsRefusedIsNotKept() {
    outbox.add(post(2, new Place.InsteadOf(post(1).id())));
    refuse(2);
    assertThat(outbox.owed()).isEmpty();
    assertThat(outbox.deadLetters().all()).isEmpty();
    assertThat(outbox.knows(post(2).id())).isTrue();
  }

  @Test
  void identitiesDifferByChannelKindAndCause() {
    assertThat(PostId.of("room", "answer", "e1"))
        .isEqualTo(PostId.of("room", "answer", "e1"))
        .isNotEqualTo(PostId.of("hall", "answer", "e1"))
        .isNotEqualTo(PostId.of("room", "card", "e1"))
        .isNotEqualTo(PostId.of("room", "answer", "e2"));
  }
}
