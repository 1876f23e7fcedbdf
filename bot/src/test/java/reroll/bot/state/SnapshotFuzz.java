package reroll.bot.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any bytes are a state, or damaged. They stand below the check sum here, which no chance gets
 * through.
 */
public final class SnapshotFuzz {
  private SnapshotFuzz() {}

  public static List<byte[]> seeds() {
    return List.of(packed(WholeState.saved()), packed(new SavedState(7, List.of())));
  }

  private static byte[] packed(SavedState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PackedState.write(state, new PackedOutput(bytes));
    return bytes.toByteArray();
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      SavedState read = PackedState.read(input(bytes));
      packed(read);
    } catch (UncheckedIOException | PackedState.NewerPartException refused) {
      mustSayWhy(refused);
    }
    try {
      PackedState.readSchema3(input(bytes));
    } catch (UncheckedIOException refused) {
      mustSayWhy(refused);
    }
    try {
      new Snapshot().decode(bytes);
    } catch (IOException refused) {
      mustSayWhy(refused);
    }
    try {
      Journal.read(StateJson::mapper, bytes);
    } catch (IOException refused) {
      mustSayWhy(refused);
    }
  }

  private static PackedInput input(byte[] bytes) {
    return new PackedInput(Disk.Content.of(bytes), 0, bytes.length);
  }

  private static void mustSayWhy(Exception refused) {
    if (String.valueOf(refused.getMessage()).getBytes(StandardCharsets.UTF_8).length == 0) {
      throw new AssertionError("refused without a word", refused);
    }
  }
}
