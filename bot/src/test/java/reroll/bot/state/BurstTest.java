package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many series within a minute that do not come in one batch. */
class BurstTest {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final CardLab lab = CardLab.inAChatThatChangesPosts();

  @BeforeEach
  void aChannelSubscribes() {
    lab.say("!subscribe pond");
    lab.pass(MINUTE);
  }

  private void come(int first, int last) {
    for (int i = first; i <= last; i++) {
      lab.mail("[PATCH] pond: frog " + i, "", "So.\n");
    }
  }

  @Test
  void thirtySeriesInAMinuteAreFourCardsAndOneMessage() {
    lab.mailComesEvery(TWO_SECONDS);
    come(1, 30);
    assertThat(lab.headlines()).hasSize(4);
    lab.pass(MINUTE.minusMillis(1));
    assertThat(lab.headlines()).hasSize(4);
    assertThat(lab.state().nextDue()).isPresent();
    lab.pass(Duration.ofMillis(1));
    assertThat(lab.headlines()).hasSize(5);
    assertThat(lab.shown()).contains("26 ", "pond\\: frog 5", "pond\\: frog 30");
  }

  @Test
  void fourInAMinuteAreNotHeld() {
    lab.mailComesEvery(Duration.ofSeconds(15));
    come(1, 20);
    assertThat(lab.headlines()).hasSize(20);
  }

  @Test
  void aFewThatWereHeldHaveCardsOfTheirOwn() {
    lab.mailComesEvery(TWO_SECONDS);
    come(1, 6);
    assertThat(lab.headlines()).hasSize(4);
    lab.pass(MINUTE);
    assertThat(lab.headlines()).hasSize(6);
  }

  @Test
  void whatIsHeldIsToldAfterTheQuietTimeThoughMoreComes() {
    lab.mailComesEvery(Duration.ofSeconds(10));
    come(1, 4 + 6 * (int) CardLab.QUIET.toMinutes() + 1);
    assertThat(lab.headlines()).hasSize(4 + 2);
  }

  @Test
  void whatIsMutedWhileItIsHeldIsNotTold() {
    lab.mailComesEvery(TWO_SECONDS);
    come(1, 5);
    lab.say("!mute frog 5");
    lab.pass(MINUTE);
    assertThat(lab.headlines()).hasSize(4).noneMatch(line -> line.contains("frog 5"));
  }

  @Test
  void aRestartLosesNothingThatIsHeld() {
    lab.mailComesEvery(TWO_SECONDS);
    come(1, 9);
    SavedState saved = lab.state().save();
    Gathering.Queue held = gathering(saved).get(0);
    assertThat(held.held()).hasSize(5);
    Gathering again = new Gathering(CardLab.QUIET);
    again.restore(List.of(held));
    assertThat(again.due(held.last().plus(MINUTE))).containsExactly(held);
    assertThat(again.save()).isEmpty();
  }

  @Test
  void whatOneListDoesNotHoldStandsInTheNext() {
    lab.mailComesEvery(Duration.ofMillis(1));
    come(1, 4 + 60);
    lab.pass(MINUTE);
    assertThat(lab.headlines().subList(4, 6))
        .containsExactly("40 new versions at once", "20 new versions at once");
    assertThat(lab.headlines()).hasSize(4 + 2);
  }

  @Test
  void ofATooLongBurstAPartIsToldAtOnce() {
    lab.mailComesEvery(Duration.ofMillis(1));
    come(1, 4 + Gathering.MAX_HELD);
    assertThat(lab.headlines()).hasSize(4 + 5);
    assertThat(gathering(lab.state().save())).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static List<Gathering.Queue> gathering(SavedState saved) {
    return saved.parts().stream()
        .filter(part -> part.section() instanceof GatheringSection)
        .map(part -> (List<Gathering.Queue>) part.value())
        .findFirst()
        .orElseThrow();
  }
}
