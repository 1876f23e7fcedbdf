package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.Test;
import reroll.connectors.archive.git.RecentObjects.Place;
import reroll.connectors.archive.git.RecentObjects.Unpacked;

/** What was unpacked or asked for last is there, and it is never more than there is room for. */
class RecentObjectsTest {
  private static final int QUARTER = RecentObjects.MAX_BYTES / 4;

  private final RecentObjects recent = new RecentObjects();

  private void keep(int place, int bytes) {
    recent.keep(new Place("pack", place), new Unpacked(Constants.OBJ_BLOB, new byte[bytes]));
  }

  private Stream<Integer> there() {
    return IntStream.range(0, 10)
        .filter(place -> recent.at(new Place("pack", place)).isPresent())
        .boxed();
  }

  @Test
  void whatWasUnpackedFirstGoesFirst() {
    for (int place = 0; place < 6; place++) {
      keep(place, QUARTER);
    }

    assertThat(there()).containsExactly(2, 3, 4, 5);
  }

  @Test
  void whatIsAskedForStays() {
    for (int place = 0; place < 4; place++) {
      keep(place, QUARTER);
    }
    assertThat(recent.at(new Place("pack", 0))).isPresent();
    keep(4, QUARTER);

    assertThat(there()).containsExactly(0, 2, 3, 4);
  }

  @Test
  void whatIsUnpackedTwiceCountsOnce() {
    for (int place = 0; place < 4; place++) {
      keep(place, QUARTER);
      keep(place, QUARTER);
    }

    assertThat(there()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whatIsLargerThanTheRoomIsNotKept() {
    keep(0, QUARTER);
    keep(1, RecentObjects.MAX_BYTES + 1);

    assertThat(there()).isEmpty();
  }

  @Test
  void placesInDifferentPacksAreDifferent() {
    keep(0, 1);

    assertThat(recent.at(new Place("another", 0))).isEmpty();
  }

  @Test
  void afterAClearingThereIsAllRoomAgain() {
    keep(9, RecentObjects.MAX_BYTES);
    recent.clear();
    for (int place = 0; place < 4; place++) {
      keep(place, QUARTER);
    }

    assertThat(there()).containsExactly(0, 1, 2, 3);
  }
}
