package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reroll.bot.mail.MessageId;

class SeenRepliesTest {
  private final SeenReplies seen = new SeenReplies();

  @Test
  void aReplyIsNewOnce() {
    assertThat(seen.add(new MessageId("a@example.org"))).isTrue();
    assertThat(seen.add(new MessageId("a@example.org"))).isFalse();
    assertThat(seen.add(new MessageId("A@example.org"))).isTrue();
  }

  @Test
  void theOldestAreForgotten() {
    for (int i = 0; i < SeenReplies.MAX + 10; i++) {
      seen.add(new MessageId(i + "@example.org"));
    }
    assertThat(seen.all()).hasSize(SeenReplies.MAX);
    assertThat(seen.add(new MessageId("0@example.org"))).isTrue();
    assertThat(seen.add(new MessageId("50000@example.org"))).isFalse();
  }
}
