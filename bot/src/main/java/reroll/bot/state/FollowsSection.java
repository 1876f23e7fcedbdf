package reroll.bot.state;

import java.util.List;
import reroll.bot.follow.Follow;

/** Who follows what. */
record FollowsSection() implements Section<List<Follow>> {
  @Override
  public String name() {
    return "follows";
  }

  @Override
  public void write(List<Follow> follows, PackedOutput out) {
    out.list(follows, follow -> write(follow, out));
  }

  private static void write(Follow follow, PackedOutput out) {
    out.text(follow.channel());
    out.number(follow.series());
    out.text(follow.by());
    out.instant(follow.since());
    out.number(follow.seen());
  }

  @Override
  public List<Follow> read(PackedInput in, int form) {
    return in.list(() -> new Follow(in.text(), in.number(), in.text(), in.instant(), in.number()));
  }
}
