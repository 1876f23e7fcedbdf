package reroll.bot.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import reroll.bot.command.Answer;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.follow.Follow;
import reroll.connectors.archive.Cursor;
import reroll.connectors.chat.Attachment;
import reroll.templates.text.RichText;

/** How the whole state stands in a snapshot. */
final class PackedState {
  private PackedState() {}

  /** Writes one. */
  static final class Writer {
    private final PackedOutput out;

    Writer(PackedOutput out) {
      this.out = out;
    }

    void state(SavedState state) {
      out.number(state.inputs());
      out.list(state.lists(), this::list);
      out.list(state.follows(), this::follow);
      out.list(state.owed(), this::owed);
      out.list(state.settled(), this::postId);
      out.list(state.refused(), this::refused);
      out.number(state.dropped());
      out.list(state.waiting().entrySet(), this::waiting);
      out.list(state.told(), out::number);
      out.list(state.seenReplies(), this::hash);
      out.list(state.wantedLookUps(), out::number);
      out.list(state.askedLookUps(), out::number);
      out.list(state.comparisons(), this::asked);
      out.number(state.lastNumber());
      out.list(state.series(), new PackedSeries.Writer(out)::series);
      out.flush();
    }

    private void list(ListState list) {
      out.text(list.list());
      out.text(list.cursor().value());
      out.number(list.mails());
      out.number(list.broken());
      out.flag(list.caughtUp());
      out.instant(list.firstArrival());
      out.instant(list.lastBroken());
      out.instant(list.lastArrival());
    }

    private void follow(Follow follow) {
      out.text(follow.channel());
      out.number(follow.series());
      out.text(follow.by());
      out.instant(follow.since());
      out.number(follow.seen());
    }

    private void owed(Outbox.Owed owed) {
      post(owed.post());
      out.flag(owed.begun());
    }

    private void refused(Outbox.Refused refused) {
      post(refused.post());
      out.text(refused.why());
    }

    private void post(Post post) {
      postId(post.id());
      out.text(post.channel());
      out.optional(post.answers(), out::text);
      out.text(post.text().markdown());
      out.optional(post.file(), this::file);
      out.instant(post.owedSince());
    }

    private void file(Attachment file) {
      out.text(file.name());
      out.text(file.text());
    }

    private void asked(Comparisons.Asked asked) {
      postId(asked.post());
      out.text(asked.channel());
      out.text(asked.root());
      out.instant(asked.at());
      comparing(asked.what());
    }

    private void comparing(Answer.Comparing what) {
      out.number(what.left());
      out.number(what.right());
      out.optional(what.patch(), out::text);
      out.text(what.title().series());
      out.text(what.title().title());
      out.text(what.title().step());
    }

    private void postId(PostId id) {
      out.text(id.value());
    }

    private void waiting(Map.Entry<Long, Instant> revision) {
      out.number(revision.getKey());
      out.instant(revision.getValue());
    }

    private void hash(long hash) {
      out.word((int) (hash >>> 32));
      out.word((int) hash);
    }
  }

  /** Reads one. */
  static final class Reader {
    private final PackedInput in;

    Reader(PackedInput in) {
      this.in = in;
    }

    SavedState state() {
      SavedState state =
          new SavedState(
              in.number(),
              in.list(this::list),
              in.list(this::follow),
              in.list(this::owed),
              in.list(this::postId),
              in.list(this::refused),
              in.number(),
              waiting(),
              in.list(in::number),
              in.list(this::hash),
              in.list(in::number),
              in.list(in::number),
              in.list(this::asked),
              in.number(),
              in.list(new PackedSeries.Reader(in)::series));
      if (!in.isAtEnd()) {
        throw PackedInput.damaged("something follows its end");
      }
      return state;
    }

    private ListState list() {
      return new ListState(
          in.text(),
          new Cursor(in.text()),
          in.number(),
          in.number(),
          in.flag(),
          in.instant(),
          in.instant(),
          in.instant());
    }

    private Follow follow() {
      return new Follow(in.text(), in.number(), in.text(), in.instant(), in.number());
    }

    private Outbox.Owed owed() {
      return new Outbox.Owed(post(), in.flag());
    }

    private Outbox.Refused refused() {
      return new Outbox.Refused(post(), in.text());
    }

    private Post post() {
      return new Post(
          postId(),
          in.text(),
          in.optional(in::text),
          RichText.ofMarkdown(in.text()),
          in.optional(this::file),
          in.instant());
    }

    private Attachment file() {
      return new Attachment(in.text(), in.text());
    }

    private Comparisons.Asked asked() {
      return new Comparisons.Asked(postId(), in.text(), in.text(), in.instant(), comparing());
    }

    private Answer.Comparing comparing() {
      return new Answer.Comparing(
          in.number(),
          in.number(),
          in.optional(in::text),
          new Answer.Title(in.text(), in.text(), in.text()));
    }

    private PostId postId() {
      return new PostId(in.text());
    }

    private Map<Long, Instant> waiting() {
      Map<Long, Instant> waiting = new LinkedHashMap<>();
      in.list(() -> Map.entry(in.number(), in.instant()))
          .forEach(revision -> waiting.put(revision.getKey(), revision.getValue()));
      return waiting;
    }

    private long hash() {
      return (long) in.word() << 32 | Integer.toUnsignedLong(in.word());
    }
  }
}
