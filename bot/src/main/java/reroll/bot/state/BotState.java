package reroll.bot.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.card.NewVersionCard;
import reroll.bot.command.Answer;
import reroll.bot.command.Call;
import reroll.bot.command.Commands;
import reroll.bot.command.Request;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.follow.Follow;
import reroll.bot.follow.Follows;
import reroll.bot.follow.Notifier;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.MailFacts;
import reroll.bot.mail.Reply;
import reroll.bot.series.Arrival;
import reroll.bot.series.Revision;
import reroll.bot.series.SavedSeries;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesEvent;
import reroll.bot.series.SeriesTracker;
import reroll.bot.series.TrackedMail;
import reroll.templates.Templates;
import reroll.templates.View;
import reroll.templates.answer.ProblemView;

/**
 * All that the bot knows and owes. Deterministic: has no clock and no chance in it. State thread
 * only.
 */
public final class BotState {
  private static final Logger log = LoggerFactory.getLogger(BotState.class);

  private final StateSettings settings;
  private final Templates templates;
  private final Commands commands = new Commands();
  private final SeriesTracker tracker;
  private final Follows follows = new Follows();
  private final Notifier notifier;
  private final Outbox outbox = new Outbox();
  private final SeenReplies seenReplies = new SeenReplies();
  private final LookUps lookUps = new LookUps();
  private final Comparisons comparisons = new Comparisons();
  private final ListStates lists = new ListStates();
  private long inputs;

  BotState(StateSettings settings, Templates templates) {
    this.settings = settings;
    this.templates = templates;
    tracker = new SeriesTracker(settings.maxMails());
    notifier = new Notifier(settings.quiet());
  }

  /** Does what an input asks for. Never throws: what goes wrong is logged, and done without. */
  void apply(Input input) {
    inputs++;
    try {
      input.applyTo(this);
    } catch (RuntimeException bug) {
      log.error("an input could not be carried out, please report it: {}", input.at(), bug);
    }
  }

  void take(Input.MailCame came) {
    IntakeBatch batch = came.batch();
    ListState before = list(batch.list());
    if (!batch.after().equals(before.cursor())) {
      log.error(
          "{}: mail behind {} came when {} was expected, please report it; it is read again",
          batch.list(),
          batch.after(),
          before.cursor());
      return;
    }
    long mails = 0;
    for (IntakeEntry entry : batch.entries()) {
      if (entry instanceof IntakeEntry.Read read) {
        mails++;
        take(read, came, before.caughtUp());
      }
    }
    long broken = batch.entries().stream().filter(IntakeEntry.Broken.class::isInstance).count();
    lists.put(before.with(batch, mails, broken));
    tell(came.at());
  }

  /** What a list held before it was first read to its end is learned, not told. */
  private void take(IntakeEntry.Read read, Input.MailCame came, boolean isNews) {
    MailFacts facts = read.facts();
    if (facts instanceof Reply && !seenReplies.add(facts.id())) {
      return;
    }
    Arrival arrival = new Arrival(came.batch().list(), read.ref(), read.at());
    for (SeriesEvent event : tracker.accept(facts, arrival)) {
      if (isNews) {
        notifier.note(event, came.at());
      }
    }
  }

  /** What is looked up is learned, not told; but what it links may be news for those who follow. */
  void take(Input.LookedUp found) {
    lookUps.answered(found.revision());
    for (IntakeEntry entry : found.entries()) {
      if (entry instanceof IntakeEntry.Read read) {
        learn(read, found.at());
      }
    }
    tell(found.at());
  }

  private void learn(IntakeEntry.Read read, Instant now) {
    if (read.facts() instanceof Reply && !seenReplies.add(read.facts().id())) {
      return;
    }
    Arrival arrival = new Arrival(LookUps.LIST, read.ref(), read.at());
    for (SeriesEvent event : tracker.accept(read.facts(), arrival)) {
      if (event.revision().mails().stream().anyMatch(BotState::cameOnAList)) {
        notifier.note(event, now);
      }
    }
  }

  private static boolean cameOnAList(TrackedMail mail) {
    return !mail.lists().equals(List.of(LookUps.LIST));
  }

  void take(Input.TimeCame time) {
    tell(time.at());
  }

  private void tell(Instant now) {
    Call.Knowledge known = knowledge(List.of());
    List<Revision> settled = notifier.settled(now, tracker::revision);
    settled.forEach(this::wantWhatIsMissing);
    for (Notifier.News news : notifier.news(settled, follows, tracker::find)) {
      String cause = news.revision().head().id().value();
      for (Follow follow : news.follows()) {
        owe(
            PostId.of(follow.channel(), "new-version", cause),
            follow.channel(),
            Optional.empty(),
            NewVersionCard.of(news.revision(), follow, known),
            now);
      }
    }
  }

  void take(Input.Said said) {
    PostId id = PostId.of(said.channel(), "answer", said.eventId());
    Optional<Request> request = Request.parse(said.text(), said.direct());
    if (request.isPresent() && !outbox.knows(id) && !comparisons.knows(id)) {
      Answer answer = answer(request.get(), said);
      wantWhatFollowsMiss();
      if (answer instanceof Answer.Comparing what) {
        ask(new Comparisons.Asked(id, said.channel(), said.root(), said.at(), what));
      } else if (answer instanceof Answer.Now now) {
        owe(id, said.channel(), Optional.of(said.root()), now.view(), said.at());
      }
    }
  }

  private void ask(Comparisons.Asked asked) {
    if (!comparisons.ask(asked)) {
      View busy = new ProblemView("Too many comparisons wait already; ask again later.", "");
      owe(asked.post(), asked.channel(), Optional.of(asked.root()), busy, asked.at());
    }
  }

  void take(Input.Compared compared) {
    Optional<Comparisons.Asked> asked = comparisons.take(compared.post());
    asked.ifPresent(who -> outbox.add(ComparisonPost.of(who, compared, templates)));
  }

  /** Whoever follows a series wants to see all of it. */
  private void wantWhatFollowsMiss() {
    for (Follow follow : follows.all()) {
      tracker.find(follow.series()).map(Series::latest).ifPresent(this::wantWhatIsMissing);
    }
  }

  private void wantWhatIsMissing(Revision revision) {
    if (!tracker.missing(revision).isEmpty()) {
      lookUps.want(revision.number());
    }
  }

  private Answer answer(Request request, Input.Said said) {
    Call.Speaker speaker = new Call.Speaker(said.channel(), said.user());
    try {
      return commands.answer(new Call(request, speaker, said.at(), knowledge(said.health())));
    } catch (RuntimeException bug) {
      log.error("!{} failed, please report it", request.name(), bug);
      return Answer.now(new ProblemView("That went wrong inside me; my log says more.", ""));
    }
  }

  private void owe(PostId id, String channel, Optional<String> answers, View view, Instant since) {
    outbox.add(new Post(id, channel, answers, templates.richText(view), Optional.empty(), since));
  }

  private Call.Knowledge knowledge(List<SourceHealth> health) {
    return new Call.Knowledge(
        settings.lists(),
        settings.lists().stream().map(list -> list(list.name()).reading()).toList(),
        health,
        tracker,
        follows,
        outbox.size(),
        outbox.refused().size(),
        settings.zone());
  }

  /** How far a list has been read. */
  public ListState list(String name) {
    return lists.of(name);
  }

  public Outbox outbox() {
    return outbox;
  }

  public LookUps lookUps() {
    return lookUps;
  }

  public Comparisons comparisons() {
    return comparisons;
  }

  public SeriesTracker tracker() {
    return tracker;
  }

  public Follows follows() {
    return follows;
  }

  /** When {@link Input.TimeCame} is needed at the latest; empty while nothing waits. */
  public Optional<Instant> nextDue() {
    return notifier.nextDue();
  }

  /** How many inputs made this state. */
  long inputs() {
    return inputs;
  }

  SavedState save() {
    List<SavedSeries> series = new ArrayList<>();
    tracker.save(series::add);
    return new SavedState(
        inputs,
        lists.all(),
        follows.all(),
        outbox.owed(),
        List.copyOf(outbox.settled()),
        List.copyOf(outbox.refused()),
        outbox.dropped(),
        new LinkedHashMap<>(notifier.waiting()),
        List.copyOf(notifier.told()),
        seenReplies.all(),
        lookUps.wanted(),
        lookUps.asked(),
        comparisons.all(),
        tracker.lastNumber(),
        series);
  }

  /** Takes up a saved state; to be called once, before the first input. */
  void restore(SavedState saved) {
    inputs = saved.inputs();
    saved.lists().forEach(lists::put);
    saved.follows().forEach(follows::add);
    outbox.restore(saved.owed(), saved.settled(), saved.refused(), saved.dropped());
    notifier.restore(saved.waiting(), saved.told());
    seenReplies.restore(saved.seenReplies());
    lookUps.restore(saved.wantedLookUps(), saved.askedLookUps());
    comparisons.restore(saved.comparisons());
    tracker.restore(saved.lastNumber(), saved.series());
  }
}
