package reroll.bot.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Mutes mutes = new Mutes();

  @Test
  void mutesAreBounded() {
    for (int i = 0; i < Mutes.MAX; i++) {
      assertThat(mutes.add(new Mute("room", i, "ann", NOON))).isTrue();
    }
    assertThat(mutes.add(new Mute("room", -1, "ann", NOON))).isFalse();
    assertThat(mutes.all()).hasSize(Mutes.MAX);
    assertThat(mutes.in("hall")).isEmpty();
  }
}
