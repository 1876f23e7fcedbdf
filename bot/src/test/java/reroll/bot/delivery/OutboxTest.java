package reroll.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reroll.templates.text.RichText;

class OutboxTest {
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

  @Test
  void theLastRefusedPostsAreKept() {
    for (int i = 0; i < Outbox.MAX_REFUSED + 1; i++) {
      outbox.add(post(i));
      outbox.refuse(post(i).id(), "too long");
    }
    assertThat(outbox.refused()).hasSize(Outbox.MAX_REFUSED);
    assertThat(outbox.refused().get(0).post()).isEqualTo(post(1));
    assertThat(outbox.owed()).isEmpty();
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
    outbox.refuse(post(2).id(), "the message is gone");
    assertThat(outbox.owed()).isEmpty();
    assertThat(outbox.refused()).isEmpty();
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
