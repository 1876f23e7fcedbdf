package reroll.bot.state;

import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.connectors.chat.Attachment;
import reroll.templates.text.RichText;

/** What is owed, and what was settled. */
record OutboxSection() implements Section<Outbox.Saved> {
  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public void write(Outbox.Saved outbox, PackedOutput out) {
    out.list(
        outbox.owed(),
        owed -> {
          write(owed.post(), out);
          out.flag(owed.begun());
        });
    out.list(outbox.settled(), id -> out.text(id.value()));
    out.list(
        outbox.refused(),
        refused -> {
          write(refused.post(), out);
          out.text(refused.why());
        });
    out.number(outbox.dropped());
  }

  private static void write(Post post, PackedOutput out) {
    out.text(post.id().value());
    out.text(post.channel());
    out.optional(post.answers(), out::text);
    out.text(post.text().markdown());
    out.optional(post.file(), file -> write(file, out));
    out.instant(post.owedSince());
  }

  private static void write(Attachment file, PackedOutput out) {
    out.text(file.name());
    out.text(file.text());
  }

  @Override
  public Outbox.Saved read(PackedInput in, int form) {
    return new Outbox.Saved(
        in.list(() -> new Outbox.Owed(post(in), in.flag())),
        in.list(() -> new PostId(in.text())),
        in.list(() -> new Outbox.Refused(post(in), in.text())),
        in.number());
  }

  private static Post post(PackedInput in) {
    return new Post(
        new PostId(in.text()),
        in.text(),
        in.optional(in::text),
        RichText.ofMarkdown(in.text()),
        in.optional(() -> new Attachment(in.text(), in.text())),
        in.instant());
  }
}
