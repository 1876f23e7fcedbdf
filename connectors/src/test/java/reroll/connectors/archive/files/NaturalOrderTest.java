package reroll.connectors.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<String> SORTED =
      List.of(
          "",
          "0.eml",
          "1.eml",
          "1.emlx",
          "2.eml",
          "10.eml",
          "99999999999999999998.eml",
          "99999999999999999999.eml",
          "a",
          "a1",
          "a1b2",
          "a1b10",
          "a2",
          "b");

  @Test
  void numbersInNamesAreComparedAsNumbers() {
    long seed = System.nanoTime();
    List<String> names = new ArrayList<>(SORTED);
    Collections.shuffle(names, new Random(seed));

    names.sort(NaturalOrder.INSTANCE);

    assertThat(names).as("seed %d", seed).isEqualTo(SORTED);
  }

  @Test
  void namesThatDifferAreNeverEqual() {
    assertThat(NaturalOrder.INSTANCE.compare("1.eml", "01.eml")).isNotZero();
    assertThat(NaturalOrder.INSTANCE.compare("01.eml", "1.eml"))
        .isEqualTo(-NaturalOrder.INSTANCE.compare("1.eml", "01.eml"));
    assertThat(NaturalOrder.INSTANCE.compare("a", "a")).isZero();
  }
}
