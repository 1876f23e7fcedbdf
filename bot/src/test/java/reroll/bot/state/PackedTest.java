package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {
  static byte[] packed(Consumer<PackedOutput> write) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PackedOutput out = new PackedOutput(bytes);
    write.accept(out);
    out.flush();
    return bytes.toByteArray();
  }

  static PackedInput input(byte[] bytes) {
    return new PackedInput(Disk.Content.of(bytes), 0, bytes.length);
  }

  private static PackedInput input(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return input(all);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE})
  void aNumberIsReadAsItWasWritten(long number) {
    assertThat(input(packed(out -> out.number(number))).number()).isEqualTo(number);
  }

  @Test
  void aSmallNumberTakesOneByte() {
    assertThat(packed(out -> out.number(-64))).hasSize(1);
    assertThat(packed(out -> out.number(64))).hasSize(2);
  }

  static List<String> texts() {
    return List.of(
        "",
        "mm: fix the page cache",
        "caf\u00e9 \u00ff",
        "\u4e2d\u6587 \ud83d\udc27",
        "half a pair \ud83d",
        "\u0000",
        "long ".repeat(50_000),
        "wide \u2026".repeat(50_000));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextIsReadAsItWasWrittenWhereverItStands(String text) {
    byte[] bytes =
        packed(
            out -> {
              out.text(text);
              out.text("x".repeat(65_500));
              out.text(text);
            });
    PackedInput in = input(bytes);
    assertThat(in.text()).isEqualTo(text);
    assertThat(in.text()).hasSize(65_500);
    assertThat(in.text()).isEqualTo(text);
    assertThat(in.isAtEnd()).isTrue();
  }

  @Test
  void aNameThatComesAgainIsOneObjectAndTakesOneByte() {
    byte[] once = packed(out -> List.of("ann", "bob").forEach(out::name));
    byte[] again = packed(out -> List.of("ann", "bob", "ann", "bob").forEach(out::name));
    assertThat(again).hasSize(once.length + 2);
    PackedInput in = input(again);
    String ann = in.name();
    assertThat(List.of(in.name(), in.name())).containsExactly("bob", "ann").last().isSameAs(ann);
  }

  @Test
  void timesAreReadAsTheyWereWrittenWhateverTheirOrder() {
    List<Instant> times =
        List.of(
            Instant.EPOCH,
            Instant.parse("2026-03-01T00:00:00.000000001Z"),
            Instant.MIN,
            Instant.MAX,
            Instant.parse("1969-12-31T23:59:59.999999999Z"));
    byte[] bytes = packed(out -> out.list(times, out::instant));
    PackedInput in = input(bytes);
    assertThat(in.list(in::instant)).isEqualTo(times);
  }

  @Test
  void wordsFlagsAndWhatMayBeAbsentAreReadAsTheyWereWritten() {
    PackedInput in =
        input(
            packed(
                out -> {
                  out.word(0x80FF017F);
                  out.flag(true);
                  out.optional(Optional.of("here"), out::text);
                  out.optional(Optional.<String>empty(), out::text);
                }));
    assertThat(in.word()).isEqualTo(0x80FF017F);
    assertThat(in.flag()).isTrue();
    assertThat(in.optional(in::text)).contains("here");
    assertThat(in.optional(in::text)).isEmpty();
    assertThat(in.isAtEnd()).isTrue();
  }

  @Test
  void whatCannotHaveBeenWrittenIsRefused() {
    assertThatThrownBy(input()::number).hasMessageContaining("it ends too early");
    assertThatThrownBy(input(0x80, 0x80)::number).hasMessageContaining("it ends too early");
    assertThatThrownBy(
            input(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)::number)
        .hasMessageContaining("a number does not end");
    assertThatThrownBy(input(0x02)::name).hasMessageContaining("a count is 1");
    assertThatThrownBy(input(0x01, 0x01)::text).hasMessageContaining("a count is -1");
    assertThatThrownBy(() -> input(packed(out -> out.number(1L << 40))).smallNumber())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("a small number is 1099511627776");
    assertThatThrownBy(() -> input(packed(PackedTest::noTime)).instant())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no time has the second");
  }

  private static void noTime(PackedOutput out) {
    out.number(Long.MAX_VALUE);
    out.number(0);
  }

  @Test
  void aListThatClaimsToBeHugeTakesNoRoomForWhatIsNotThere() {
    byte[] bytes = packed(out -> out.number(Integer.MAX_VALUE));
    PackedInput in = input(bytes);
    assertThatThrownBy(() -> in.list(in::number)).hasMessageContaining("it ends too early");
  }
}
