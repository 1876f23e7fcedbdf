package reroll.bot.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import reroll.bot.mail.MailFacts;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Reply;
import reroll.bot.series.RevisionAssembler.Place;

/**
 * Knows all series. Takes mails in the order of their arrival; each one is placed in a revision,
 * and the revision in a series, as soon as that can be known, and again when more arrives.
 */
public final class SeriesTracker {
  private final SeriesIndex index = new SeriesIndex();
  private final RevisionAssembler assembler = new RevisionAssembler(index);
  private final RerollLinker linker = new RerollLinker(index);

  /** By id; aliases are looked up in the series they became. */
  private final Map<Long, Series> series = new TreeMap<>();

  /** Series by the numbers that they had before they turned out to be part of another. */
  private final Map<Long, Series> absorbed = new HashMap<>();

  private final int maxMails;
  private long nextNumber = 1;

  /**
   * Makes a tracker that knows nothing yet.
   *
   * @param maxMails how many patch mails it knows; beyond, it forgets the series that have been
   *     silent longest
   */
  public SeriesTracker(int maxMails) {
    this.maxMails = maxMails;
  }

  /**
   * Takes one mail.
   *
   * @return what changed, in the order in which it should be told
   */
  public List<SeriesEvent> accept(MailFacts facts, Arrival arrival) {
    Optional<TrackedMail> known = index.mail(facts.id());
    if (known.isPresent()) {
      known.get().arrivedOn(arrival.list());
      return List.of();
    }
    return facts instanceof PatchMail patch
        ? place(patch, arrival)
        : answer((Reply) facts, arrival);
  }

  private List<SeriesEvent> place(PatchMail patch, Arrival arrival) {
    Optional<Place> place = assembler.find(patch, arrival);
    TrackedMail mail =
        place.isPresent() ? join(patch, arrival, place.get()) : begin(patch, arrival);
    index.add(mail);
    List<SeriesEvent> events = new ArrayList<>();
    events.add(new SeriesEvent.Grew(mail.revision(), mail));
    Set<Revision> affected = new LinkedHashSet<>();
    affected.add(mail.revision());
    affected.addAll(index.takeLinkingTo(mail.id()));
    affected.addAll(index.answering(mail.id()));
    affected.forEach(revision -> relink(revision, events));
    if (index.size() > maxMails) {
      forgetSilent();
    }
    return events;
  }

  private TrackedMail join(PatchMail patch, Arrival arrival, Place place) {
    Revision revision = place.revision();
    TrackedMail mail = new TrackedMail(patch, arrival, revision);
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
    List<TrackedMail> patches = revision.patches();
    if (patches.isEmpty()) {
      return;
    }
    Revision apart = newRevision(patches.get(0).mail());
    patches =
        revision.mails().stream().filter(m -> !revision.cover().equals(Optional.of(m))).toList();
    patches.forEach(index::remove);
    revision.takePatches().forEach(apart::addPatch);
    patches.forEach(index::add);
  }

  private Revision newRevision(PatchMail first) {
    long number = nextNumber++;
    Series own = new Series(number);
    Revision revision = new Revision(number, first.version(), first.subject().total(), own);
    own.add(revision);
    series.put(number, own);
    return revision;
  }

  private TrackedMail begin(PatchMail patch, Arrival arrival) {
    Revision revision = newRevision(patch);
    TrackedMail mail = new TrackedMail(patch, arrival, revision);
    if (patch.subject().isCover()) {
      revision.setCover(mail);
    } else {
      revision.addPatch(mail);
    }
    return mail;
  }

  /** Links a revision as well as what is known of it allows. */
  private void relink(Revision revision, List<SeriesEvent> events) {
    Series before = revision.series();
    List<Link> stated = linker.stated(revision);
    if (stated.isEmpty()) {
      relinkByLikeness(revision);
    } else {
      stated.forEach(link -> unite(revision, link));
    }
    if (revision.series() != before) {
      revision.link().ifPresent(link -> events.add(new SeriesEvent.Linked(revision, link)));
    }
  }

  /**
   * What looks likely while a posting comes in may look otherwise when all of it is here, so it is
   * judged anew until something else builds on it.
   */
  private void relinkByLikeness(Revision revision) {
    if (!worthJudging(revision) || isFollowed(revision)) {
      return;
    }
    detach(revision);
    linker.likeliest(revision).ifPresent(link -> unite(revision, link));
  }

  /** Long postings are judged at their first, second, fourth, eighth ... patch and when whole. */
  private static boolean worthJudging(Revision revision) {
    int received = revision.patches().size();
    return Integer.bitCount(received) <= 1 || revision.isComplete();
  }

  private static boolean isFollowed(Revision revision) {
    return revision.series().revisions().stream()
        .anyMatch(r -> r.link().map(link -> link.to() == revision).orElse(false));
  }

  private void detach(Revision revision) {
    boolean stated = revision.link().map(Link::isStated).orElse(true);
    if (stated) {
      return;
    }
    Series shared = revision.series();
    revision.unlink();
    shared.remove(revision);
    shared.disown(revision.number());
    absorbed.remove(revision.number());
    Series own = new Series(revision.number());
    own.add(revision);
    series.put(own.id(), own);
  }

  private void unite(Revision revision, Link link) {
    if (revision.series() != link.to().series()) {
      Series older = older(revision.series(), link.to().series());
      Series newer = older == revision.series() ? link.to().series() : revision.series();
      older.absorb(newer);
      series.remove(newer.id());
      older.aliases().forEach(alias -> absorbed.put(alias, older));
    }
    if (revision.link().isEmpty() || isBetter(link, revision.link().get())) {
      revision.linkTo(link);
    }
  }

  private static Series older(Series a, Series b) {
    return a.id() < b.id() ? a : b;
  }

  /** Stated beats likely; of stated ones the nearest version. */
  private static boolean isBetter(Link link, Link old) {
    if (link.isStated() != old.isStated()) {
      return link.isStated();
    }
    return link.isStated() && link.to().version().isAfter(old.to().version());
  }

  private List<SeriesEvent> answer(Reply reply, Arrival arrival) {
    for (MessageId parent : reply.parents()) {
      Optional<TrackedMail> above = index.mail(parent);
      if (above.isPresent()) {
        Revision revision = above.get().revision();
        boolean byAuthor = SeriesIndex.samePerson(reply.author(), revision.author());
        boolean whole = revision.total() == 1 || above.get() == revision.head();
        Reply told = whole ? reply : reply.belowOnePatch();
        revision.receive(revision.reception().with(told, arrival.at(), byAuthor));
        return List.of(new SeriesEvent.Answered(revision, reply));
      }
    }
    return List.of();
  }

  /** All series, by their numbers. */
  public Collection<Series> series() {
    return Collections.unmodifiableCollection(series.values());
  }

  /** The series of this number, or the one that it became part of. */
  public Optional<Series> find(long number) {
    return Optional.ofNullable(series.get(number))
        .or(() -> Optional.ofNullable(absorbed.get(number)));
  }

  /** The patch mail of this id. */
  public Optional<TrackedMail> mail(MessageId id) {
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

  /** Hands out all that is to be saved. */
  public void save(Consumer<SavedSeries> sink) {
    series.values().forEach(each -> sink.accept(SavedSeries.of(each)));
  }

  /**
   * Takes up what was saved; to be called once, before the first mail.
   *
   * @param lastNumber as it was then
   */
  public void restore(long lastNumber, Iterable<SavedSeries> saved) {
    new Restoration(index, series, absorbed).run(saved);
    nextNumber = lastNumber + 1;
  }

  /** Forgets a twentieth, so that it is not done for every mail. */
  private void forgetSilent() {
    List<Series> silentFirst = new ArrayList<>(series.values());
    silentFirst.sort(Comparator.comparingLong(SeriesTracker::newest));
    for (Series silent : silentFirst) {
      if (index.size() <= maxMails - maxMails / 20) {
        return;
      }
      silent.revisions().forEach(revision -> revision.mails().forEach(index::remove));
      silent.aliases().forEach(absorbed::remove);
      series.remove(silent.id());
    }
  }

  private static long newest(Series each) {
    return each.revisions().get(each.revisions().size() - 1).number();
  }

  /** How many patch mails are known. */
  public int size() {
    return index.size();
  }
}
