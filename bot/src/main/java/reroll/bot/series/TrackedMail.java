package reroll.bot.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.Counter;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Sharing;

/** A patch mail in its place. The same mail on two lists is one of these. */
public final class TrackedMail {
  private PatchMail mail;
  private final Arrival arrival;
  private final long titleHash;
  private List<String> lists;
  private Revision revision;

  /** Only those of some mails are ever looked at. */
  private Optional<Hashes> titleWords = Optional.empty();

  TrackedMail(
      PatchMail mail, Arrival arrival, long titleHash, List<String> lists, Revision revision) {
    this.mail = mail;
    this.arrival = arrival;
    this.titleHash = titleHash;
    this.lists = lists;
    this.revision = revision;
  }

  public PatchMail mail() {
    return mail;
  }

  public MessageId id() {
    return mail.id();
  }

  /** Where it arrived first. */
  public Arrival arrival() {
    return arrival;
  }

  /** The short names of the lists that got it, the first one first. */
  public List<String> lists() {
    return lists;
  }

  public Revision revision() {
    return revision;
  }

  public Optional<Counter> counter() {
    return mail.subject().counter();
  }

  /** Where one of them has no counter, either may stand first. */
  static int byCounter(TrackedMail a, TrackedMail b) {
    return a.counter().isPresent() && b.counter().isPresent()
        ? a.counter().get().compareTo(b.counter().get())
        : 0;
  }

  /** Equal for equal titles; {@link Titles#NOTHING} for one that says nothing. */
  long titleHash() {
    return titleHash;
  }

  boolean isTitledAs(PatchMail other) {
    return titleHash == Titles.hashOf(other.subject().title());
  }

  boolean saysNothing() {
    return titleHash == Titles.NOTHING;
  }

  Hashes titleWords() {
    if (titleWords.isEmpty()) {
      titleWords = Optional.of(Titles.words(Titles.key(mail.subject().title())));
    }
    return titleWords.get();
  }

  /** Whether it answers its older self, or another mail of an earlier revision. */
  boolean answersOneOf(Revision earlier) {
    return earlier.mails().stream().anyMatch(old -> mail.parents().contains(old.id()));
  }

  void arrivedOn(String list, Sharing sharing) {
    if (!lists.contains(list)) {
      List<String> more = new ArrayList<>(lists);
      more.add(list);
      lists = sharing.one(List.copyOf(more));
    }
  }

  void moveTo(Revision other) {
    revision = other;
  }

  void shrink() {
    mail = mail.inShort();
    titleWords = Optional.empty();
  }

  @Override
  public String toString() {
    return mail.id().value();
  }
}
