package reroll.bot.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.Outbox.Owed;
import reroll.bot.delivery.Post;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.state.BotState;
import reroll.bot.state.Disk;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;

/**
 * A bot without archives, chats and a clock of its own: one list, one channel whose chat takes all
 * posts, and what is played to it. The same play gives the same posts. Used by one thread.
 */
public final class Rehearsal implements AutoCloseable {
  private static final String CHANNEL = "room";

  private final Engine engine;
  private final String list;
  private final PatchReader reader;
  private Instant now;
  private int mails;
  private int lines;

  /**
   * Makes one.
   *
   * @param folder for its state, empty
   * @param settings with one list
   * @param all that will be played of its mail, to be read again
   */
  public Rehearsal(Path folder, Disk disk, StateSettings settings, List<RawMail> all, Instant begin)
      throws IOException {
    list = settings.lists().get(0).name();
    engine = Engine.start(folder, disk, settings, () -> {});
    reader = new PatchReader(Map.of(list, new SharedArchive(new Played(all))), Optional.empty());
    now = begin;
  }

  /** The archive, for those who read a mail again. */
  private static final class Played implements ArchiveSource {
    private final Map<String, ArchiveEntry> mails;

    Played(List<RawMail> all) {
      mails = all.stream().collect(Collectors.toMap(RawMail::ref, Function.identity()));
    }

    @Override
    public Batch readAfter(Cursor cursor, int most) {
      return Batch.nothingAfter(cursor);
    }

    @Override
    public Optional<ArchiveEntry> read(String ref) {
      return Optional.ofNullable(mails.get(ref));
    }

    @Override
    public void close() {}
  }

  /**
   * Mail comes in one go, a minute after the last of it arrived. The first is learned, not told.
   */
  public List<Post> comes(List<RawMail> some) throws IOException, InterruptedException {
    now = some.get(some.size() - 1).arrived().plus(Duration.ofMinutes(1));
    Cursor after = mails == 0 ? Cursor.START : new Cursor("at-" + mails);
    mails += some.size();
    List<IntakeEntry> entries = new ArrayList<>();
    for (RawMail mail : some) {
      entries.add(
          new IntakeEntry.Read(
              mail.ref(), mail.arrived(), MailReader.read(MailParser.parse(mail.bytes()))));
    }
    Cursor next = new Cursor("at-" + mails);
    return told(new Input.MailCame(now, new IntakeBatch(list, after, entries, next, false)));
  }

  /** Somebody says something. */
  public List<Post> says(String text) throws IOException, InterruptedException {
    SourceHealth health =
        new SourceHealth(list, Optional.of(now), Optional.empty(), Optional.empty());
    String event = "line-" + ++lines;
    return told(
        new Input.Said(now, CHANNEL, "ann", event, Optional.empty(), text, false, List.of(health)));
  }

  /** Time goes by. */
  public List<Post> passes(Duration time) throws IOException, InterruptedException {
    now = now.plus(time);
    return told(new Input.TimeCame(now));
  }

  private List<Post> told(Input input) throws IOException, InterruptedException {
    Answers.of(engine.submit(input));
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    List<Desk<?>> desks =
        List.of(new CompareDesk(reader, clock), new DigestDesk(engine, reader, clock));
    for (Desk<?> desk : desks) {
      answer(desk);
    }
    return delivered();
  }

  private <Q> void answer(Desk<Q> desk) throws IOException, InterruptedException {
    Optional<Q> question = ask(desk::next);
    while (question.isPresent()) {
      Answers.of(engine.submit(desk.answer(question.get())));
      question = ask(desk::next);
    }
  }

  private List<Post> delivered() throws IOException, InterruptedException {
    List<Post> posts = ask(s -> s.outbox().owed().stream().map(Owed::post).toList());
    for (Post post : posts) {
      Optional<String> name = Optional.of("$" + post.id().value());
      Answers.of(engine.submit(new Input.PostSettled(now, post.id(), Optional.empty(), name)));
    }
    return posts;
  }

  private <T> T ask(Function<BotState, T> question) throws IOException, InterruptedException {
    return Answers.of(engine.ask(question));
  }

  @Override
  public void close() throws IOException {
    engine.close();
  }
}
