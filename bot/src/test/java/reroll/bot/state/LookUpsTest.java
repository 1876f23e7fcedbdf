package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LookUpsTest {
  private final LookUps lookUps = new LookUps();

  @Test
  void whatWasWantedFirstIsLookedUpFirst() {
    lookUps.want(7);
    lookUps.want(3);
    assertThat(lookUps.next()).contains(7L);
    lookUps.answered(7);
    assertThat(lookUps.next()).contains(3L);
    lookUps.answered(3);
    assertThat(lookUps.next()).isEmpty();
  }

  @Test
  void nothingIsLookedUpTwice() {
    lookUps.want(7);
    lookUps.want(7);
    assertThat(lookUps.save().wanted()).containsExactly(7L);
    lookUps.answered(7);
    lookUps.want(7);
    assertThat(lookUps.next()).isEmpty();
  }

  @Test
  void ofTooManyWishesTheOldestGiveWay() {
    LongStream.rangeClosed(1, LookUps.MAX_WANTED + 3).forEach(lookUps::want);
    assertThat(lookUps.save().wanted()).hasSize(LookUps.MAX_WANTED);
    assertThat(lookUps.next()).contains(4L);
  }

  @Test
  void ofTooManyAnswersTheOldestAreForgotten() {
    LongStream.rangeClosed(1, LookUps.MAX_ASKED + 1).forEach(lookUps::answered);
    assertThat(lookUps.save().asked()).hasSize(LookUps.MAX_ASKED).doesNotContain(1L);
    lookUps.want(2);
    assertThat(lookUps.next()).isEmpty();
    lookUps.want(1);
    assertThat(lookUps.next()).contains(1L);
  }

  @Test
  void whatWasSavedGoesOn() {
    lookUps.restore(new LookUps.Saved(List.of(5L, 6L), List.of(4L)));
    lookUps.want(4);
    assertThat(lookUps.save().wanted()).containsExactly(5L, 6L);
    assertThat(lookUps.save().asked()).containsExactly(4L);
  }
}
