package reroll.bot.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/**
 * A long list in slices, each packed by itself, so that all processors can read it at once, and
 * pack it while the state stands still. Stateless.
 */
final class PackedSlices {
  /** Of fewer values more would stand there twice, of more a processor would wait. */
  static final int LENGTH = 3_000;

  /** More than memory has room for; each takes some before it is read. */
  private static final int MAX_SLICES = 1 << 12;

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
    UnsynchronizedByteArrayOutputStream bytes = UnsynchronizedByteArrayOutputStream.builder().get();
    PackedOutput slice = new PackedOutput(bytes);
    writeSlice.accept(values, slice);
    slice.flush();
    return bytes.toByteArray();
  }

  /**
   * Reads them.
   *
   * @param reader makes what reads the values of a slice, one after the other, on one thread. That
   *     is done for all slices before the first is read: two threads that are the first to come by
   *     a lambda both make it, and a start finds it ready for one of them only
   */
  static <T> List<T> read(PackedInput in, Function<PackedInput, Supplier<T>> reader) {
    int count = in.count(MAX_SLICES);
    List<Slice<T>> slices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PackedInput slice = in.part();
      slices.add(new Slice<>(slice, reader.apply(slice)));
    }
    return slices.parallelStream().map(Slice::read).flatMap(List::stream).toList();
  }

  private record Slice<T>(PackedInput in, Supplier<T> value) {
    List<T> read() {
      List<T> values = in.list(value);
      if (!in.isAtEnd()) {
        throw PackedInput.damaged("something follows the end of a slice");
      }
      return values;
    }
  }
}
