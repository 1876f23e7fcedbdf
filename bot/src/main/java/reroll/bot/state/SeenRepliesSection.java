package reroll.bot.state;

import java.util.List;

/** The replies that came last. */
record SeenRepliesSection() implements Section<List<Long>> {
  @Override
  public String name() {
    return "seen replies";
  }

  @Override
  public void write(List<Long> hashes, PackedOutput out) {
    out.list(
        hashes,
        hash -> {
          out.word((int) (hash >>> 32));
          out.word(hash.intValue());
        });
  }

  @Override
  public List<Long> read(PackedInput in, int form) {
    return in.list(() -> (long) in.word() << 32 | Integer.toUnsignedLong(in.word()));
  }
}
