package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000000001Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/0123456789abcdef",
        "19/ffffffffffffffff",
        "0/0000000000000000",
        "00/0123456789abcdef",
        "0/0123456789ABCDEF",
        "0/0123456789abcde",
        "1234567/0123456789abcdef",
        "1700000000.4711",
        ""
      })
  void theNameOfAMailIsGivenBackAsItCame(String ref) {
    Arrival arrival = new Arrival("pond", ref, NOON);
    assertThat(arrival.ref()).isEqualTo(ref);
    assertThat(arrival.at()).isEqualTo(NOON);
    assertThat(arrival)
        .isEqualTo(new Arrival("pond", ref, NOON))
        .hasToString("pond " + ref + " at " + NOON);
    assertThat(arrival).hasSameHashCodeAs(new Arrival("pond", ref, NOON));
  }

  @Test
  void aCommitIsHeldAsItsBits() {
    Arrival arrival = new Arrival("pond", "3/00000000000000ff", NOON);
    assertThat(arrival.commit()).contains(new Arrival.Commit(3, 0xff));
    assertThat(new Arrival("pond", 3, 0xff, NOON.getEpochSecond(), NOON.getNano()))
        .isEqualTo(arrival);
  }

  @Test
  void arrivalsDifferInAnyPart() {
    Arrival arrival = new Arrival("pond", "3/00000000000000ff", NOON);
    assertThat(arrival)
        .isNotEqualTo(new Arrival("sea", "3/00000000000000ff", NOON))
        .isNotEqualTo(new Arrival("pond", "3/00000000000000fe", NOON))
        .isNotEqualTo(new Arrival("pond", "2/00000000000000ff", NOON))
        .isNotEqualTo(new Arrival("pond", "3/00000000000000ff", NOON.plusNanos(1)));
  }
}
