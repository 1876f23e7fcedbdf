package reroll.bot.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.Counter;
import reroll.bot.mail.Person;
import reroll.bot.mail.Sketch;
import reroll.bot.mail.Version;

/**
 * One posting of one version of a series: a cover letter, patches, or both. Changed by the tracker
 * alone, while its mails come in and when it is linked.
 */
public final class Revision {
  /** The order in which revisions began to arrive, whenever the bot learned of them. */
  static final Comparator<Revision> BY_ARRIVAL =
      Comparator.comparing(Revision::began).thenComparingLong(Revision::number);

  private final long number;
  private Version version;
  private Optional<Version> counted = Optional.empty(); // by a person
  private int total;
  private int received;
  private Optional<TrackedMail> cover = Optional.empty();
  private final List<TrackedMail> patches = new ArrayList<>(1); // by their counters
  private final List<TrackedMail> others = new ArrayList<>(0);
  private Series series;
  private Optional<Link> link = Optional.empty();
  private Optional<Substance> substance = Optional.empty();
  private Instant began = Instant.MAX;
  private Reception reception = Reception.NONE;

  /** What all patches of a stub changed, of which they tell no more themselves. */
  private Optional<Sketch> kept = Optional.empty();

  Revision(long number, Version version, int total, Series series) {
    this.number = number;
    this.version = version;
    this.total = total;
    this.series = series;
  }

  /** In the order in which the bot learned of the revisions; never reused. */
  public long number() {
    return number;
  }

  /** As a person said, else as its mails do. */
  public Version version() {
    return counted.orElse(version);
  }

  Version postedVersion() {
    return version;
  }

  /** How many patches are announced. */
  public int total() {
    return total;
  }

  public Optional<TrackedMail> cover() {
    return cover;
  }

  /** The patches that have arrived, by their counters; patches added later included. */
  public List<TrackedMail> patches() {
    return Collections.unmodifiableList(patches);
  }

  /** Mails that belong here beside cover and patches: second copies of a patch. */
  public List<TrackedMail> others() {
    return Collections.unmodifiableList(others);
  }

  public Series series() {
    return series;
  }

  /** What it follows; empty for the first of a series and while that is not known. */
  public Optional<Link> link() {
    return link;
  }

  /** The mail that speaks for the whole: the cover, else the first patch. */
  public TrackedMail head() {
    return cover.isPresent() ? cover.get() : patches.isEmpty() ? others.get(0) : patches.get(0);
  }

  public Person author() {
    return head().mail().author();
  }

  /** What the head is called; a cover whose author forgot to name it leaves that to a patch. */
  public String title() {
    TrackedMail named = head().saysNothing() && !patches.isEmpty() ? patches.get(0) : head();
    return named.mail().subject().title();
  }

  /** What others made of it. */
  public Reception reception() {
    return reception;
  }

  /** What people call it: {@code v3}, {@code RFC v2}. */
  public String label() {
    return (isRfc() ? "RFC " : "") + version();
  }

  /** When its first mail arrived. */
  public Instant began() {
    return began.equals(Instant.MAX) ? head().arrival().at() : began;
  }

  public boolean isRfc() {
    return head().mail().subject().rfc();
  }

  /** Posted again as it was. */
  public boolean isResent() {
    return head().mail().subject().resent();
  }

  public boolean isPull() {
    return head().mail().subject().pull();
  }

  public boolean isStable() {
    return head().mail().stable();
  }

  /** Whether it began to arrive before another; the bot may have learned of it later. */
  public boolean cameBefore(Revision other) {
    return BY_ARRIVAL.compare(this, other) < 0;
  }

  /** How many of the announced patches have arrived. */
  public int received() {
    return received;
  }

  /** Only some patches of a version, posted for the rest of an earlier one. */
  public boolean isPartial() {
    return cover.isEmpty()
        && received() < total
        && link.isPresent()
        && !patches.isEmpty()
        && patches.stream().allMatch(patch -> patch.answersOneOf(link.get().to()));
  }

  public boolean isComplete() {
    return patches.size() >= total && received() >= total;
  }

  /** What its patches are and change; found out when somebody asks. */
  Substance substance() {
    if (substance.isEmpty()) {
      substance = Optional.of(Substance.of(patches, kept));
    }
    return substance.get();
  }

  /** Whether its mails are kept in short, as is what joins them: it was silent for long. */
  public boolean isStub() {
    return kept.isPresent();
  }

  Optional<Sketch> keptContent() {
    return kept;
  }

  void shrinkTo(Sketch content) {
    kept = Optional.of(content);
    substance = Optional.empty();
    mails().forEach(TrackedMail::shrink);
  }

  /** All its mails, the head first. */
  public List<TrackedMail> mails() {
    List<TrackedMail> mails = new ArrayList<>(patches.size() + 1);
    cover.ifPresent(mails::add);
    mails.addAll(patches);
    mails.addAll(others);
    return mails;
  }

  Optional<TrackedMail> patch(Counter counter) {
    return patches.stream()
        .filter(patch -> patch.counter().filter(c -> c.compareTo(counter) == 0).isPresent())
        .findFirst();
  }

  /** The cover may come after its patches; what it says counts for all of them. */
  void setCover(TrackedMail mail) {
    cover = Optional.of(mail);
    version = mail.mail().version();
    if (patches.isEmpty()) {
      total = mail.mail().subject().total();
    }
    beganBy(mail);
    take(mail);
  }

  private void take(TrackedMail mail) {
    mail.moveTo(this);
    if (isStub()) {
      mail.shrink();
    }
  }

  private void beganBy(TrackedMail mail) {
    if (mail.arrival().isBefore(began)) {
      began = mail.arrival().at();
      series.sort();
    }
  }

  /** The cover announced another number than its patches do; they are right. */
  void setTotal(int patchesSay) {
    total = patchesSay;
  }

  /** A first mail without counter turned out to be the cover of the {@code total} below it. */
  void becomeCoverOf(int patchesBelow) {
    cover = Optional.of(patches.remove(0));
    received = 0;
    total = patchesBelow;
    substance = Optional.empty();
    kept = kept.map(whole -> Sketch.EMPTY);
  }

  void addPatch(TrackedMail mail) {
    int at = patches.size();
    while (at > 0 && TrackedMail.byCounter(patches.get(at - 1), mail) > 0) {
      at--;
    }
    patches.add(at, mail);
    received += mail.counter().filter(Counter::isAddition).isPresent() ? 0 : 1;
    substance = substance.map(before -> before.with(mail));
    kept = kept.map(before -> before.with(mail.mail().sketch()));
    beganBy(mail);
    take(mail);
  }

  /** Gives its patches away: they are of another series under the same cover. */
  List<TrackedMail> takePatches() {
    List<TrackedMail> taken = new ArrayList<>(patches);
    taken.addAll(others);
    patches.clear();
    received = 0;
    others.clear();
    substance = Optional.empty();
    kept = Optional.empty();
    began = Instant.MAX;
    cover.ifPresent(this::beganBy);
    return taken;
  }

  void addOther(TrackedMail mail) {
    others.add(mail);
    take(mail);
  }

  /** Takes up what was saved and cannot be read off the mails. */
  void restore(Version savedVersion, int savedTotal, Reception savedReception) {
    version = savedVersion;
    total = savedTotal;
    reception = savedReception;
  }

  void countAs(Optional<Version> said) {
    counted = said;
  }

  void receive(Reception now) {
    reception = now;
  }

  void moveTo(Series other) {
    series = other;
  }

  void linkTo(Link found) {
    link = Optional.of(found);
  }

  void unlink() {
    link = Optional.empty();
  }

  @Override
  public String toString() {
    return version() + " of " + series.id() + " " + title();
  }
}
