package reroll.bot.state;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A long list in slices, each packed by itself, so that all processors can read it at once, and
 * pack it while the state stands still. Stateless.
 */
final class PackedSlices {
  /** Of fewer values more would stand there twice, of more a processor would wait. */
  static final int LENGTH = 3_000;

  private static final int MAX_SLICES = 1 << 20;

  private PackedSlices() {}

  /**
   * Writes them, some at a time, so that not all stand in memory packed, too.
   *
   * @param writeSlice called on several threads at once
   */
  static <T> void write(
      List<T> values, PackedOutput out, BiConsumer<List<T>, PackedOutput> writeSlice) {
    int slices = (values.size() + LENGTH - 1) / LENGTH;
    out.number(slices);
    int atOnce = Runtime.getRuntime().availableProcessors();
    for (int first = 0; first < slices; first += atOnce) {
      IntStream.range(first, Math.min(slices, first + atOnce))
          .parallel()
          .mapToObj(i -> packed(slice(values, i), writeSlice))
          .toList()
          .forEach(out::bytes);
    }
  }

  private static <T> List<T> slice(List<T> values, int index) {
    return values.subList(index * LENGTH, Math.min(values.size(), (index + 1) * LENGTH));
  }

  private static <T> byte[] packed(List<T> values, BiConsumer<List<T>, PackedOutput> writeSlice) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PackedOutput slice = new PackedOutput(bytes);
    writeSlice.accept(values, slice);
    slice.flush();
    return bytes.toByteArray();
  }

  /**
   * Reads them.
   *
   * @param readSlice called on several threads at once
   */
  static <T> List<T> read(PackedInput in, Function<PackedInput, List<T>> readSlice) {
    int count = in.count(MAX_SLICES);
    List<PackedInput> slices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slices.add(in.part());
    }
    return slices.parallelStream()
        .map(slice -> readAll(slice, readSlice))
        .flatMap(List::stream)
        .toList();
  }

  private static <T> List<T> readAll(PackedInput slice, Function<PackedInput, List<T>> readSlice) {
    List<T> values = readSlice.apply(slice);
    if (!slice.isAtEnd()) {
      throw PackedInput.damaged("something follows the end of a slice");
    }
    return values;
  }
}
