package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedSlicesTest {
  private static byte[] packed(List<String> names) {
    return PackedTest.packed(
        out -> PackedSlices.write(names, out, (slice, part) -> part.list(slice, part::name)));
  }

  private static List<String> read(byte[] bytes) {
    return PackedSlices.read(PackedTest.input(bytes), slice -> slice::name);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "name " + i % 1_000).toList();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, PackedSlices.LENGTH, PackedSlices.LENGTH + 1, 5 * PackedSlices.LENGTH - 1})
  void aListIsReadAsItWasWrittenHoweverManySlicesItTakes(int count) {
    assertThat(read(packed(names(count)))).isEqualTo(names(count));
  }

  @Test
  void aSliceThatIsCutOrHoldsMoreIsRefused() {
    byte[] whole = packed(names(10));
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("it ends too early");
    byte[] cut = PackedTest.packed(out -> oneSlice(out, PackedTest.packed(part -> part.number(3))));
    assertThatThrownBy(() -> read(cut)).hasMessageContaining("it ends too early");
    byte[] more =
        PackedTest.packed(out -> oneSlice(out, PackedTest.packed(part -> part.text("no list"))));
    assertThatThrownBy(() -> read(more)).isInstanceOf(UncheckedIOException.class);
    byte[] tail = PackedTest.packed(out -> oneSlice(out, new byte[] {0, 0}));
    assertThatThrownBy(() -> read(tail)).hasMessageContaining("something follows the end");
  }

  private static void oneSlice(PackedOutput out, byte[] slice) {
    out.number(1);
    out.bytes(slice);
  }

  @Test
  void aSliceThatClaimsToBeHugeTakesNoRoomForWhatIsNotThere() {
    byte[] huge =
        PackedTest.packed(
            out -> {
              out.number(1);
              out.number(Integer.MAX_VALUE);
              out.text("and that is all");
            });
    assertThatThrownBy(() -> read(huge)).hasMessageContaining("it ends too early");
  }
}
