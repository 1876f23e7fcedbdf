package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import reroll.connectors.archive.Cursor;

class ListStatesTest {
  private final ListStates lists = new ListStates();

  @Test
  void aListThatWasNeverReadIsAtItsStart() {
    assertThat(lists.of("kvm")).isEqualTo(ListState.unread("kvm"));
    assertThat(lists.all()).isEmpty();
  }

  @Test
  void ofTooManyListsTheOneThatWasReadLongestAgoIsForgotten() {
    for (int i = 0; i < ListStates.MAX; i++) {
      lists.put(readTo("list" + i, "1"));
    }
    lists.put(readTo("list0", "2"));
    lists.put(readTo("one more", "1"));

    assertThat(lists.all()).hasSize(ListStates.MAX);
    assertThat(lists.of("list1").cursor()).isEqualTo(Cursor.START);
    assertThat(lists.of("list0").cursor()).isEqualTo(new Cursor("2"));
  }

  private static ListState readTo(String list, String place) {
    return new ListState(
        list, new Cursor(place), 1, 0, true, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
  }
}
