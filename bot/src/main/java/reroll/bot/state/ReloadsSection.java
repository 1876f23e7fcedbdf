package reroll.bot.state;

import java.util.List;
import reroll.bot.delivery.PostId;

/** Those who wait until the configuration was read again. */
record ReloadsSection() implements Section<List<Reload>> {
  @Override
  public String name() {
    return "reloads";
  }

  @Override
  public void write(List<Reload> asked, PackedOutput out) {
    out.list(
        asked,
        one -> {
          out.text(one.post().value());
          out.text(one.channel());
          out.text(one.root());
          out.instant(one.at());
        });
  }

  @Override
  public List<Reload> read(PackedInput in, int form) {
    return in.list(() -> new Reload(new PostId(in.text()), in.text(), in.text(), in.instant()));
  }
}
