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
    out.list(hashes, out::longWord);
  }

  @Override
  public List<Long> read(PackedInput in, int form) {
    return in.list(in::longWord);
  }
}
