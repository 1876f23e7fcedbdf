package reroll.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bytes that are nearly a seed. */
final class Mutation {
  private static final int MOST_CHANGES = 8;

  private Mutation() {}

  /** A seed with some bytes changed, a piece of it twice, or left out, or in it one of another. */
  static byte[] of(List<byte[]> seeds, RandomGenerator random) {
    byte[] bytes = any(seeds, random).clone();
    for (int change = random.nextInt(1, MOST_CHANGES); change > 0 && bytes.length > 0; change--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return switch (random.nextInt(4)) {
      case 0 -> bytes;
      case 1 -> with(bytes, piece(bytes, random), random);
      case 2 -> with(bytes, piece(any(seeds, random), random), random);
      default -> without(bytes, random);
    };
  }

  private static byte[] any(List<byte[]> seeds, RandomGenerator random) {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private static byte[] piece(byte[] bytes, RandomGenerator random) {
    int from = random.nextInt(bytes.length + 1);
    return Arrays.copyOfRange(bytes, from, random.nextInt(from, bytes.length + 1));
  }

  private static byte[] with(byte[] bytes, byte[] piece, RandomGenerator random) {
    int at = random.nextInt(bytes.length + 1);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
    System.arraycopy(piece, 0, longer, at, piece.length);
    System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
    return longer;
  }

  private static byte[] without(byte[] bytes, RandomGenerator random) {
    int from = random.nextInt(bytes.length + 1);
    int to = random.nextInt(from, bytes.length + 1);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, shorter, from, bytes.length - to);
    return shorter;
  }
}
