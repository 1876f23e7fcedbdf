package reroll.bot.state;

import reroll.bot.delivery.Fingerprint;
import reroll.bot.delivery.PostId;

/** The cards that channels have. */
record CardsSection() implements Section<Cards.Saved> {
  @Override
  public String name() {
    return "cards";
  }

  @Override
  public void write(Cards.Saved saved, PackedOutput out) {
    out.list(saved.cards(), card -> write(card, out));
    out.list(
        saved.doubtful(),
        doubt -> {
          out.text(doubt.post().value());
          out.instant(doubt.since());
        });
  }

  private static void write(Card card, PackedOutput out) {
    out.text(card.post().value());
    out.name(card.channel());
    out.list(
        card.told(),
        told -> {
          out.number(told.revision());
          out.number(told.newer());
        });
    out.name(card.why());
    out.optional(card.name(), out::text);
    out.text(card.shows().value());
    out.number(card.texts());
  }

  @Override
  public Cards.Saved read(PackedInput in, int form) {
    return new Cards.Saved(
        in.list(() -> card(in)),
        in.list(() -> new Cards.Doubt(new PostId(in.text()), in.instant())));
  }

  private static Card card(PackedInput in) {
    return new Card(
        new PostId(in.text()),
        in.name(),
        in.list(() -> new Card.Told(in.number(), in.number())),
        in.name(),
        in.optional(in::text),
        new Fingerprint(in.text()),
        in.smallNumber());
  }
}
