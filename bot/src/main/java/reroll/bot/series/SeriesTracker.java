package reroll.bot.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import reroll.bot.mail.Counter;
import reroll.bot.mail.MailFacts;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Reply;
import reroll.bot.mail.Sharing;
import reroll.bot.mail.Sketch;
import reroll.bot.series.RevisionAssembler.Place;

/**
 * Knows all series. Takes mails as the bot learns of them, mostly in the order of their arrival;
 * each one is placed in a revision, and the revision in a series, as soon as that can be known, and
 * again when more is learned. A mail that is learned late changes what came after it as if it had
 * been known in time.
 */
public final class SeriesTracker {
  private final SeriesIndex index = new SeriesIndex();
  private final RevisionAssembler assembler = new RevisionAssembler(index);
  private final SeriesRegister register = new SeriesRegister();
  private final Rulings rulings = new Rulings();
  private final Relinker relinker = new Relinker(index, register, rulings);
  private final Sharing sharing = new Sharing();
  private final int maxMails;
  private final Retention retention;
  private long nextNumber = 1;

  /** What a start took up, until somebody asks for a part of it: no start waits for that. */
  private List<SavedSeries> waiting = List.of();

  /**
   * Makes a tracker that knows nothing yet.
   *
   * @param maxMails how many patch mails it knows; beyond, it forgets the series that have been
   *     silent longest
   */
  public SeriesTracker(int maxMails) {
    this(maxMails, Retention.FOR_EVER);
  }

  /** Makes the same, in which old series become stubs. */
  public SeriesTracker(int maxMails, Retention retention) {
    this.maxMails = maxMails;
    this.retention = retention;
  }

  /**
   * Takes one mail.
   *
   * @return what changed, in the order in which it should be told
   */
  public List<SeriesEvent> accept(MailFacts facts, Arrival arrival) {
    restoreWaiting();
    Optional<TrackedMail> known = index.mail(facts.id());
    if (known.isPresent()) {
      known.get().arrivedOn(arrival.list(), sharing);
      return List.of();
    }
    return facts instanceof PatchMail patch
        ? place(sharing.of(patch), arrival)
        : answer(sharing.of((Reply) facts), arrival);
  }

  private List<SeriesEvent> place(PatchMail patch, Arrival arrival) {
    Optional<Place> place = assembler.find(patch, arrival);
    TrackedMail mail =
        place.isPresent() ? join(patch, arrival, place.get()) : begin(patch, arrival);
    boolean late = arrival.at().isBefore(index.newest());
    index.add(mail);
    mail.revision().countAs(rulings.version(mail.revision()));
    List<SeriesEvent> events = new ArrayList<>();
    events.add(new SeriesEvent.Grew(mail.revision(), mail));
    events.addAll(relinker.relinkAround(mail, late));
    retention.placed(mail, register.all(), index.newest());
    if (index.size() > maxMails) {
      forgetSilent();
    }
    return events;
  }

  private TrackedMail join(PatchMail patch, Arrival arrival, Place place) {
    Revision revision = place.revision();
    TrackedMail mail = tracked(patch, arrival, revision);
    switch (place.role()) {
      case COVER -> revision.setCover(mail);
      case PATCH -> {
        if (revision.total() != patch.subject().total()) {
          splitOff(revision);
          revision.setTotal(patch.subject().total());
        }
        revision.addPatch(mail);
      }
      case OTHER -> revision.addOther(mail);
    }
    return mail;
  }

  /** Patches of another count came first under this cover: they become a revision of their own. */
  private void splitOff(Revision revision) {
    if (revision.patches().isEmpty()) {
      return;
    }
    Revision apart = newRevision(revision.patches().get(0).mail());
    revision.mails().forEach(index::remove);
    Optional<Sketch> kept = revision.keptContent();
    List<TrackedMail> patches = revision.takePatches();
    patches.forEach(apart::addPatch);
    kept.ifPresent(apart::shrinkTo);
    patches.forEach(index::add);
    revision.mails().forEach(index::add);
    apart.countAs(rulings.version(apart));
  }

  private Revision newRevision(PatchMail first) {
    long number = nextNumber++;
    Series own = new Series(number);
    Revision revision = new Revision(number, first.version(), first.subject().total(), own);
    own.add(revision);
    register.add(own);
    return revision;
  }

  private TrackedMail begin(PatchMail patch, Arrival arrival) {
    Revision revision = newRevision(patch);
    TrackedMail mail = tracked(patch, arrival, revision);
    if (patch.subject().isCover()) {
      revision.setCover(mail);
    } else {
      revision.addPatch(mail);
    }
    return mail;
  }

  private TrackedMail tracked(PatchMail patch, Arrival arrival, Revision revision) {
    long title = Titles.hashOf(patch.subject().title());
    List<String> lists = sharing.one(List.of(sharing.one(arrival.list())));
    return new TrackedMail(patch, arrival, title, lists, revision);
  }

  private List<SeriesEvent> answer(Reply reply, Arrival arrival) {
    for (MessageId parent : reply.parents()) {
      Optional<TrackedMail> above = index.mail(parent);
      if (above.isPresent()) {
        Revision revision = above.get().revision();
        boolean byAuthor = SeriesIndex.samePerson(reply.author(), revision.author());
        boolean whole = revision.total() == 1 || above.get() == revision.head();
        Reply told = whole ? reply : reply.below(above.get().counter().map(Counter::index));
        revision.receive(revision.reception().with(told, arrival.at(), byAuthor));
        return List.of(new SeriesEvent.Answered(revision, reply));
      }
    }
    return List.of();
  }

  /**
   * Takes what a person said, for ever.
   *
   * @return false where there are {@link Rulings#MAX} already; nothing is changed then
   */
  public boolean rule(Ruling ruling) {
    if (rulings.isFull()) {
      return false;
    }
    rulings.add(ruling);
    obey(ruling);
    return true;
  }

  /** Forgets what a person said, as if it had never been. */
  public void takeBack(Ruling ruling) {
    rulings.remove(ruling);
    obey(ruling);
  }

  private void obey(Ruling ruling) {
    restoreWaiting();
    for (MessageId id : ruling.mails()) {
      index.mail(id).map(TrackedMail::revision).ifPresent(r -> r.countAs(rulings.version(r)));
    }
    relinker.relinkAsSaid(ruling);
  }

  /** What people said. */
  public Rulings rulings() {
    return rulings;
  }

  /** Takes up what people said once; to be called before {@link #restore}. */
  public void restoreRulings(List<Ruling> saved) {
    saved.forEach(rulings::add);
  }

  /** All series, by their numbers. */
  public Collection<Series> series() {
    restoreWaiting();
    return register.all();
  }

  /** How many series are known. */
  public int seriesCount() {
    return waiting.size() + register.all().size();
  }

  /** The series of this number, or the one that it became part of. */
  public Optional<Series> find(long number) {
    restoreWaiting();
    return register.find(number);
  }

  /** The patch mail of this id. */
  public Optional<TrackedMail> mail(MessageId id) {
    restoreWaiting();
    return index.mail(id);
  }

  /** The number of the newest revision; 0 while there is none. */
  public long lastNumber() {
    return nextNumber - 1;
  }

  /** The revision of this number. */
  public Optional<Revision> revision(long number) {
    return find(number)
        .flatMap(s -> s.revisions().stream().filter(r -> r.number() == number).findFirst());
  }

  /**
   * What is not here of a revision and an archive may have: nothing, earlier versions, the rest of
   * the posting, or both. To be asked when the revision has had time to arrive.
   */
  public List<Missing> missing(Revision revision) {
    return new Gaps(id -> mail(id).isPresent()).of(revision);
  }

  /** Hands out all that is to be saved. */
  public void save(Consumer<SavedSeries> sink) {
    waiting.forEach(sink);
    register.all().forEach(each -> sink.accept(SavedSeries.of(each)));
  }

  /**
   * Takes up what was saved; to be called once, before the first mail.
   *
   * @param lastNumber as it was then
   */
  public void restore(long lastNumber, List<SavedSeries> saved) {
    waiting = saved;
    nextNumber = lastNumber + 1;
  }

  private void restoreWaiting() {
    if (!waiting.isEmpty()) {
      int mails = waitingMails();
      List<Series> all = new Restoration(rulings).of(waiting);
      waiting = List.of();
      all.forEach(register::add);
      index.addAll(all, mails);
    }
  }

  private int waitingMails() {
    return waiting.stream().mapToInt(SavedSeries::mails).sum();
  }

  /** Forgets a twentieth, so that it is not done for every mail. */
  private void forgetSilent() {
    List<Series> silentFirst = new ArrayList<>(register.all());
    silentFirst.sort(Comparator.comparing(SeriesTracker::last, Revision.BY_ARRIVAL));
    for (Series silent : silentFirst) {
      if (index.size() <= maxMails - maxMails / 20) {
        return;
      }
      silent.revisions().forEach(revision -> revision.mails().forEach(index::remove));
      register.forget(silent);
    }
  }

  private static Revision last(Series each) {
    return each.revisions().get(each.revisions().size() - 1);
  }

  SeriesIndex index() {
    restoreWaiting();
    return index;
  }

  /** How many patch mails are known. */
  public int size() {
    return waitingMails() + index.size();
  }
}
