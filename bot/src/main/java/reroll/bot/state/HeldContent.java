package reroll.bot.state;

/**
 * What a file holds, in memory.
 *
 * @param bytes must not change any more
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record HeldContent(byte[] bytes) implements Disk.Content {
  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public int read(long at, byte[] into, int length) {
    int there = (int) Math.min(length, bytes.length - at);
    System.arraycopy(bytes, (int) at, into, 0, there);
    return there;
  }

  @Override
  public void close() {}
}
