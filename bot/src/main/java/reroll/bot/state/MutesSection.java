package reroll.bot.state;

import java.util.List;
import reroll.bot.follow.Mute;

/** Who wants to hear nothing of what. */
record MutesSection() implements Section<List<Mute>> {
  @Override
  public String name() {
    return "mutes";
  }

  @Override
  public void write(List<Mute> mutes, PackedOutput out) {
    out.list(
        mutes,
        mute -> {
          out.text(mute.channel());
          out.number(mute.series());
          out.text(mute.by());
          out.instant(mute.since());
        });
  }

  @Override
  public List<Mute> read(PackedInput in, int form) {
    return in.list(() -> new Mute(in.text(), in.number(), in.text(), in.instant()));
  }
}
