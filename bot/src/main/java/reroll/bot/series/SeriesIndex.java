package reroll.bot.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import reroll.bot.mail.EarlierVersion;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Person;

/** Finds tracked mails and revisions by what new ones have in common with them. */
final class SeriesIndex {
  private final MailTable mails = new MailTable();
  private final RevisionLists<Long> byTitle = new RevisionLists<>();
  private final RevisionLists<String> byAuthor = new RevisionLists<>();
  private final RevisionLists<String> byChangeId = new RevisionLists<>();

  /** Revisions by the mail that one of theirs answers. */
  private final RevisionLists<MessageId> answering = new RevisionLists<>();

  /** Revisions by a mail that one of theirs links to and that has not arrived. */
  private final RevisionLists<MessageId> linking = new RevisionLists<>();

  /** The mail that was added last, while it is in its place. */
  private Optional<TrackedMail> last = Optional.empty();

  /** When the last of all mails arrived that were ever here. */
  private Instant newest = Instant.MIN;

  /** What a start took up, until somebody asks for what it has in common with something. */
  private List<Series> unplaced = List.of();

  private int unplacedMails;

  Optional<TrackedMail> mail(MessageId id) {
    return placed().mails.find(id);
  }

  int size() {
    return mails.size() + unplacedMails;
  }

  /** When the last of all mails arrived that were ever here; {@link Instant#MIN} before any. */
  Instant newest() {
    return placed().newest;
  }

  /** How many entries all its lists have. */
  int entries() {
    placed();
    return Stream.of(byTitle, byAuthor, byChangeId, answering, linking)
        .mapToInt(RevisionLists::entries)
        .sum();
  }

  /** Takes up a mail that has found its revision. */
  void add(TrackedMail mail) {
    placed().mails.put(mail);
    newest = later(newest, mail.arrival());
    putTitle(mail);
    putAuthors(last, mail);
    last = Optional.of(mail);
    putIds(mail);
    addLinks(mail);
  }

  /**
   * Takes up all mails of many series into an index that is empty.
   *
   * @param mails how many they are
   */
  void addAll(List<Series> all, int mails) {
    unplaced = all;
    unplacedMails = mails;
  }

  /** Finding their places takes a third of a start, and can wait for the first one who asks. */
  private SeriesIndex placed() {
    if (!unplaced.isEmpty()) {
      List<TrackedMail> all = new ArrayList<>(unplacedMails);
      unplaced.forEach(
          series -> series.revisions().forEach(revision -> all.addAll(revision.mails())));
      unplaced = List.of();
      unplacedMails = 0;
      place(all);
    }
    return this;
  }

  private void place(List<TrackedMail> all) {
    mails.expect(all.size());
    List<TrackedMail> withLinks = new ArrayList<>();
    Stream.<Runnable>of(
            () -> all.forEach(mails::put),
            () -> all.forEach(this::putTitle),
            () -> putAuthors(all),
            () -> putNewest(all),
            () -> putIds(all, withLinks))
        .parallel()
        .forEach(Runnable::run);
    // Which mails have not arrived can only be known when all that had is here.
    withLinks.forEach(this::addLinks);
  }

  private void putNewest(List<TrackedMail> all) {
    for (TrackedMail mail : all) {
      newest = later(newest, mail.arrival());
    }
  }

  private static Instant later(Instant known, Arrival arrival) {
    return arrival.isAfter(known) ? arrival.at() : known;
  }

  private void putTitle(TrackedMail mail) {
    if (mail.titleHash() != Titles.NOTHING) {
      byTitle.put(mail.titleHash(), mail.revision());
    }
  }

  private void putAuthors(List<TrackedMail> all) {
    Optional<TrackedMail> before = Optional.empty();
    for (TrackedMail mail : all) {
      putAuthors(before, mail);
      before = Optional.of(mail);
    }
  }

  /** Mails of one posting come one behind the other, and are by the same people. */
  private void putAuthors(Optional<TrackedMail> before, TrackedMail mail) {
    if (before.filter(other -> isByThoseOf(other, mail)).isEmpty()) {
      authorKeys(mail.mail(), key -> byAuthor.put(key, mail.revision()));
    }
  }

  private static boolean isByThoseOf(TrackedMail before, TrackedMail mail) {
    return before.revision() == mail.revision()
        && before.mail().author().equals(mail.mail().author())
        && before.mail().sender().equals(mail.mail().sender());
  }

  private void putIds(List<TrackedMail> all, List<TrackedMail> withLinks) {
    for (TrackedMail mail : all) {
      putIds(mail);
      if (!mail.mail().earlier().isEmpty()) {
        withLinks.add(mail);
      }
    }
  }

  private void putIds(TrackedMail mail) {
    mail.mail().changeId().ifPresent(id -> byChangeId.put(id, mail.revision()));
    parent(mail).ifPresent(parent -> answering.put(parent, mail.revision()));
  }

  private void addLinks(TrackedMail mail) {
    for (EarlierVersion earlier : mail.mail().earlier()) {
      if (mails.find(earlier.id()).isEmpty()) {
        linking.put(earlier.id(), mail.revision());
      }
    }
  }

  private static Optional<MessageId> parent(TrackedMail mail) {
    List<MessageId> parents = mail.mail().parents();
    return parents.isEmpty() ? Optional.empty() : Optional.of(parents.get(0));
  }

  void remove(TrackedMail mail) {
    last = Optional.empty();
    Revision revision = mail.revision();
    placed().mails.remove(mail.id());
    byTitle.take(mail.titleHash(), revision);
    authorKeys(mail.mail(), key -> byAuthor.take(key, revision));
    mail.mail().changeId().ifPresent(id -> byChangeId.take(id, revision));
    parent(mail).ifPresent(parent -> answering.take(parent, revision));
    mail.mail().earlier().forEach(earlier -> linking.take(earlier.id(), revision));
  }

  /** In the order in which the bot learned of them, as all that follow; not to be copied. */
  List<Revision> withTitle(long titleHash) {
    return placed().byTitle.of(titleHash);
  }

  /** Those of the same address, and those of the same name; the same revision may be in both. */
  List<List<Revision>> byAuthor(Person author) {
    List<List<Revision>> found = new ArrayList<>(2);
    authorKeys(author, key -> found.add(placed().byAuthor.of(key)));
    return found;
  }

  List<Revision> withChangeId(String id) {
    return placed().byChangeId.of(id);
  }

  /** Those of which a patch answers this mail, whether it has arrived or not. */
  List<Revision> answering(MessageId id) {
    return placed().answering.of(id);
  }

  /** Takes out those that link to a mail which has arrived now. */
  List<Revision> takeLinkingTo(MessageId id) {
    return placed().linking.takeAll(id);
  }

  /**
   * Whether two people are one as far as mail can tell: the same address, or the same full name.
   */
  static boolean samePerson(Person a, Person b) {
    if (!a.address().isEmpty() && a.address().equalsIgnoreCase(b.address())) {
      return true;
    }
    return isFullName(a.name()) && a.name().equalsIgnoreCase(b.name());
  }

  private static void authorKeys(PatchMail mail, Consumer<String> use) {
    authorKeys(mail.author(), use);
    if (!mail.sender().equals(mail.author())) {
      authorKeys(mail.sender(), use);
    }
  }

  private static void authorKeys(Person person, Consumer<String> use) {
    if (!person.address().isEmpty()) {
      use.accept(person.address().toLowerCase(Locale.ROOT));
    }
    if (isFullName(person.name())) {
      use.accept(person.name().toLowerCase(Locale.ROOT));
    }
  }

  /** A name of one word is shared by strangers. */
  private static boolean isFullName(String name) {
    return name.indexOf(' ') > 0;
  }
}
