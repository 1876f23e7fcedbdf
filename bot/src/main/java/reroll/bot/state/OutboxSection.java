package reroll.bot.state;

import java.util.Arrays;
import reroll.bot.delivery.DeadLetters;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.delivery.Urgency;
import reroll.connectors.chat.Attachment;
import reroll.templates.text.RichText;

/** What is owed, and what was settled. */
record OutboxSection() implements Section<Outbox.Saved> {
  private static final int IN_CHANNEL = 0;
  private static final int IN_THREAD = 1;
  private static final int BELOW = 2;
  private static final int INSTEAD_OF = 3;

  @Override
  public String name() {
    return "outbox";
  }

  /**
   * The first knew no urgency, and in the stead of a place but the message that a post answers; the
   * second knew of a dead letter but the post and why it was refused.
   */
  @Override
  public int form() {
    return 3;
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
        outbox.deadLetters(),
        letter -> {
          write(letter.post(), out);
          out.text(letter.why());
          out.name(letter.urgency().name());
          out.instant(letter.since());
        });
    out.number(outbox.dropped());
  }

  private static void write(Post post, PackedOutput out) {
    out.text(post.id().value());
    out.text(post.channel());
    write(post.place(), out);
    out.text(post.text().markdown());
    out.optional(post.file(), file -> write(file, out));
    out.instant(post.owedSince());
  }

  private static void write(Place place, PackedOutput out) {
    if (place instanceof Place.InThread thread) {
      out.number(IN_THREAD);
      out.text(thread.root());
    } else {
      boolean changes = place instanceof Place.InsteadOf;
      out.number(place.other().isEmpty() ? IN_CHANNEL : changes ? INSTEAD_OF : BELOW);
      place.other().ifPresent(other -> out.text(other.value()));
    }
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
        in.list(() -> letter(in, form)),
        in.number());
  }

  private static Outbox.Owed owed(PackedInput in, int form) {
    Post post = post(in, form);
    boolean begun = in.flag();
    return form == 1
        ? Outbox.Owed.of(post, begun)
        : new Outbox.Owed(post, begun, urgency(in.name()));
  }

  private static DeadLetters.Letter letter(PackedInput in, int form) {
    Post post = post(in, form);
    String why = in.text();
    return form < 3
        ? new DeadLetters.Letter(post, Urgency.of(post), why, post.owedSince())
        : new DeadLetters.Letter(post, urgency(in.name()), why, in.instant());
  }

  private static Urgency urgency(String name) {
    return Arrays.stream(Urgency.values())
        .filter(urgency -> urgency.name().equals(name))
        .findFirst()
        .orElseThrow(() -> PackedInput.damaged("an urgency is unknown"));
  }

  private static Post post(PackedInput in, int form) {
    return new Post(
        new PostId(in.text()),
        in.text(),
        form == 1 ? answer(in) : place(in),
        RichText.ofMarkdown(in.text()),
        in.optional(() -> new Attachment(in.text(), in.text())),
        in.instant());
  }

  private static Place answer(PackedInput in) {
    return in.optional(in::text).<Place>map(Place.InThread::new).orElse(new Place.InChannel());
  }

  private static Place place(PackedInput in) {
    return switch (in.smallNumber()) {
      case IN_CHANNEL -> new Place.InChannel();
      case IN_THREAD -> new Place.InThread(in.text());
      case BELOW -> new Place.Below(new PostId(in.text()));
      case INSTEAD_OF -> new Place.InsteadOf(new PostId(in.text()));
      default -> throw PackedInput.damaged("a post goes to no known place");
    };
  }
}
