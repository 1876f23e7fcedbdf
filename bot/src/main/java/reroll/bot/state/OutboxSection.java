package reroll.bot.state;

import java.util.Arrays;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.delivery.Urgency;
import reroll.connectors.chat.Attachment;
import reroll.templates.text.RichText;

/** What is owed, and what was settled. */
record OutboxSection() implements Section<Outbox.Saved> {
  @Override
  public String name() {
    return "outbox";
  }

  /** The first form knew no urgency. */
  @Override
  public int form() {
    return 2;
  }

  @Override
  public void write(Outbox.Saved outbox, PackedOutput out) {
    out.list(
        outbox.owed(),
        owed -> {
          write(owed.post(), out);
          out.flag(owed.begun());
          out.name(owed.urgency().name());
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
        in.list(() -> owed(in, form)),
        in.list(() -> new PostId(in.text())),
        in.list(() -> new Outbox.Refused(post(in), in.text())),
        in.number());
  }

  private static Outbox.Owed owed(PackedInput in, int form) {
    Post post = post(in);
    boolean begun = in.flag();
    return form == 1
        ? Outbox.Owed.of(post, begun)
        : new Outbox.Owed(post, begun, urgency(in.name()));
  }

  private static Urgency urgency(String name) {
    return Arrays.stream(Urgency.values())
        .filter(urgency -> urgency.name().equals(name))
        .findFirst()
        .orElseThrow(() -> PackedInput.damaged("an urgency is unknown"));
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
