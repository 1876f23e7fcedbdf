package reroll.bot.state;

import java.util.List;
import reroll.bot.command.Answer;
import reroll.bot.delivery.PostId;

/** The comparisons that somebody waits for. */
record ComparisonsSection() implements Section<List<Comparison>> {
  @Override
  public String name() {
    return "comparisons";
  }

  @Override
  public void write(List<Comparison> asked, PackedOutput out) {
    out.list(asked, one -> write(one, out));
  }

  private static void write(Comparison asked, PackedOutput out) {
    out.text(asked.post().value());
    out.text(asked.channel());
    out.text(asked.root());
    out.instant(asked.at());
    write(asked.what(), out);
  }

  private static void write(Answer.Comparing what, PackedOutput out) {
    out.number(what.left());
    out.number(what.right());
    out.optional(what.patch(), out::text);
    out.text(what.title().series());
    out.text(what.title().title());
    out.text(what.title().step());
  }

  @Override
  public List<Comparison> read(PackedInput in, int form) {
    return in.list(() -> asked(in));
  }

  private static Comparison asked(PackedInput in) {
    return new Comparison(new PostId(in.text()), in.text(), in.text(), in.instant(), comparing(in));
  }

  private static Answer.Comparing comparing(PackedInput in) {
    return new Answer.Comparing(
        in.number(),
        in.number(),
        in.optional(in::text),
        new Answer.Title(in.text(), in.text(), in.text()));
  }
}
