package reroll.bot.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.command.Call;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.Outbox;
import reroll.bot.filter.FilterParser;
import reroll.bot.follow.Audience;
import reroll.bot.follow.Follows;
import reroll.bot.follow.Notifier;
import reroll.bot.schedule.Schedules;
import reroll.bot.series.Retention;
import reroll.bot.series.SavedSeries;
import reroll.bot.series.SeriesTracker;
import reroll.templates.Templates;

/**
 * All that the bot knows and owes, and who works with it: {@link Learning} takes in mail, {@link
 * Telling} tells what is news, {@link Answering} carries out what people ask for. Deterministic:
 * has no clock and no chance in it. State thread only.
 */
public final class BotState {
  private static final Logger log = LoggerFactory.getLogger(BotState.class);

  private final StateSettings settings;
  private final SeriesTracker tracker;
  private final FilterParser filters;
  private final Audience audience;
  private final Notifier notifier;
  private final Outbox outbox = new Outbox();
  private final SeenReplies seenReplies = new SeenReplies();
  private final LookUps lookUps = new LookUps();
  private final Questions<Comparison> comparisons = new Questions<>(Comparison.MAX);
  private final ListStates lists = new ListStates();
  private final Releases releases = new Releases();
  private final Gathering gathering;
  private final Cards cards;
  private final List<Part<?>> parts;
  private final Telling telling;
  private final Learning learning;
  private final Answering answering;
  private final Schedules schedules;
  private final Scheduling scheduling;
  private final Digesting digesting;
  private final Reloading reloading;
  private long inputs;

  BotState(StateSettings settings) {
    this(settings, new Templates(settings.templates()));
  }

  BotState(StateSettings settings, Templates templates) {
    this.settings = settings;
    filters = new FilterParser(settings.vocabulary());
    audience = Audience.empty(filters);
    tracker = new SeriesTracker(settings.maxMails(), Retention.TWO_YEARS);
    notifier = new Notifier(settings.quiet());
    gathering = new Gathering(settings.quiet());
    cards = new Cards(settings.quiet());
    Owing owing = new Owing(outbox, templates);
    WantedMail wanted = new WantedMail(tracker, lookUps);
    CardTexts texts = new CardTexts(tracker, channel -> knowledge(List.of(), channel));
    CardKeeper keeper = new CardKeeper(cards, tracker, texts, owing);
    telling = new Telling(tracker, audience, notifier, gathering, wanted, keeper);
    SpokenCards spoken = new SpokenCards(cards, tracker, telling);
    schedules = new Schedules(settings.schedules());
    digesting = new Digesting(owing, channel -> knowledge(List.of(), channel));
    reloading = new Reloading(owing);
    scheduling = new Scheduling(schedules, digesting, owing, this::knowledge);
    learning = new Learning(lists, seenReplies, releases, lookUps, tracker, telling, scheduling);
    answering =
        new Answering(
            comparisons,
            digesting,
            reloading,
            audience.follows(),
            wanted,
            spoken,
            owing,
            this::knowledge);
    parts = parts();
  }

  /** What is precious or dear to find out again; each stands in a snapshot. */
  private List<Part<?>> parts() {
    return List.of(
        new Part<>(new ListsSection(), lists::all, all -> all.forEach(lists::put)),
        new Part<>(
            new FollowsSection(),
            () -> List.copyOf(audience.follows().all()),
            all -> all.forEach(audience.follows()::add)),
        new Part<>(new OutboxSection(), outbox::save, outbox::restore),
        new Part<>(new NewsSection(), notifier::save, notifier::restore),
        new Part<>(new SeenRepliesSection(), seenReplies::all, seenReplies::restore),
        new Part<>(new LookUpsSection(), lookUps::save, lookUps::restore),
        new Part<>(new ComparisonsSection(), comparisons::all, comparisons::restore),
        new Part<>(
            new RulingsSection(),
            () -> List.copyOf(tracker.rulings().all()),
            tracker::restoreRulings),
        new Part<>(new SeriesSection(), this::saveSeries, this::restoreSeries),
        new Part<>(
            new SubscriptionsSection(),
            () -> List.copyOf(audience.subscriptions().all()),
            all -> all.forEach(audience.subscriptions()::add)),
        new Part<>(
            new MutesSection(),
            () -> List.copyOf(audience.mutes().all()),
            all -> all.forEach(audience.mutes()::add)),
        new Part<>(new CardsSection(), cards::save, cards::restore),
        new Part<>(new DigestFilesSection(), digesting.files()::all, digesting.files()::restore),
        new Part<>(new SchedulesSection(), schedules::save, schedules::restore),
        new Part<>(new ReloadsSection(), reloading.waiting()::all, reloading.waiting()::restore),
        new Part<>(new ReleasesSection(), releases::all, releases::restore),
        new Part<>(new GatheringSection(), gathering::save, gathering::restore));
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

  Learning learning() {
    return learning;
  }

  Telling telling() {
    return telling;
  }

  Scheduling scheduling() {
    return scheduling;
  }

  Reloading reloading() {
    return reloading;
  }

  Answering answering() {
    return answering;
  }

  Settling settling() {
    return new Settling(outbox, cards);
  }

  private Call.Knowledge knowledge(List<SourceHealth> health, String channel) {
    return new Call.Knowledge(
        settings.lists(),
        settings.groups(),
        settings.lists().stream().map(list -> list(list.name()).reading()).toList(),
        health,
        tracker,
        audience,
        filters,
        settings.roles(),
        schedules,
        outbox.size(),
        outbox.deadLetters().size(),
        settings.calendars().of(channel).with(releases.all()));
  }

  /** How far a list has been read. */
  public ListState list(String name) {
    return lists.of(name);
  }

  public Outbox outbox() {
    return outbox;
  }

  public Cards cards() {
    return cards;
  }

  public LookUps lookUps() {
    return lookUps;
  }

  public Questions<Comparison> comparisons() {
    return comparisons;
  }

  /** Who asked for the configuration to be read again. */
  public Questions<Reload> reloads() {
    return reloading.waiting();
  }

  public Digesting digesting() {
    return digesting;
  }

  public SeriesTracker tracker() {
    return tracker;
  }

  public Follows follows() {
    return audience.follows();
  }

  /** All who want to hear of something. */
  public Audience audience() {
    return audience;
  }

  /** When the next digest is due that comes by itself; empty while there is none. */
  public Optional<Instant> nextDigest() {
    return schedules.nextDue();
  }

  /** When {@link Input.TimeCame} is needed at the latest; empty while nothing waits. */
  public Optional<Instant> nextDue() {
    return Stream.of(notifier.nextDue(), gathering.nextDue(), cards.nextDue())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** How many inputs made this state. */
  long inputs() {
    return inputs;
  }

  SavedState save() {
    List<SavedState.Saved<?>> saved = new ArrayList<>();
    parts.forEach(part -> saved.add(part.saved()));
    return new SavedState(inputs, saved);
  }

  private SeriesSection.All saveSeries() {
    List<SavedSeries> series = new ArrayList<>();
    tracker.save(series::add);
    return new SeriesSection.All(tracker.lastNumber(), series);
  }

  /** Takes up a saved state; to be called once, before the first input. */
  void restore(SavedState saved) {
    inputs = saved.inputs();
    parts.forEach(part -> part.restore(saved));
  }

  private void restoreSeries(SeriesSection.All all) {
    tracker.restore(all.lastNumber(), all.series());
  }
}
