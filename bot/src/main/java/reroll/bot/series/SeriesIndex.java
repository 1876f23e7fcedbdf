package reroll.bot.series;

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

  Optional<TrackedMail> mail(MessageId id) {
    return mails.find(id);
  }

  int size() {
    return mails.size();
  }

  /** How many entries all its lists have. */
  int entries() {
    return Stream.of(byTitle, byAuthor, byChangeId, answering, linking)
        .mapToInt(RevisionLists::entries)
        .sum();
  }

  /** Takes up a mail that has found its revision. */
  void add(TrackedMail mail) {
    place(mail);
    addLinks(mail);
  }

  /** The same but for the links to mails that have not arrived. */
  void place(TrackedMail mail) {
    Revision revision = mail.revision();
    mails.put(mail);
    if (mail.titleHash() != Titles.NOTHING) {
      byTitle.put(mail.titleHash(), revision);
    }
    if (!isByThoseOfTheLast(mail)) {
      authorKeys(mail.mail(), key -> byAuthor.put(key, revision));
    }
    last = Optional.of(mail);
    mail.mail().changeId().ifPresent(id -> byChangeId.put(id, revision));
    parent(mail).ifPresent(parent -> answering.put(parent, revision));
  }

  void addLinks(TrackedMail mail) {
    for (EarlierVersion earlier : mail.mail().earlier()) {
      if (mails.find(earlier.id()).isEmpty()) {
        linking.put(earlier.id(), mail.revision());
      }
    }
  }

  /** Mails of one posting come one behind the other, and are by the same people. */
  private boolean isByThoseOfTheLast(TrackedMail mail) {
    return last.filter(
            before ->
                before.revision() == mail.revision()
                    && before.mail().author().equals(mail.mail().author())
                    && before.mail().sender().equals(mail.mail().sender()))
        .isPresent();
  }

  private static Optional<MessageId> parent(TrackedMail mail) {
    List<MessageId> parents = mail.mail().parents();
    return parents.isEmpty() ? Optional.empty() : Optional.of(parents.get(0));
  }

  void remove(TrackedMail mail) {
    last = Optional.empty();
    Revision revision = mail.revision();
    mails.remove(mail.id());
    byTitle.take(mail.titleHash(), revision);
    authorKeys(mail.mail(), key -> byAuthor.take(key, revision));
    mail.mail().changeId().ifPresent(id -> byChangeId.take(id, revision));
    parent(mail).ifPresent(parent -> answering.take(parent, revision));
    mail.mail().earlier().forEach(earlier -> linking.take(earlier.id(), revision));
  }

  /** In the order in which the bot learned of them, as all that follow; not to be copied. */
  List<Revision> withTitle(long titleHash) {
    return byTitle.of(titleHash);
  }

  /** Those of the same address, and those of the same name; the same revision may be in both. */
  List<List<Revision>> byAuthor(Person author) {
    List<List<Revision>> found = new ArrayList<>(2);
    authorKeys(author, key -> found.add(byAuthor.of(key)));
    return found;
  }

  List<Revision> withChangeId(String id) {
    return byChangeId.of(id);
  }

  /** Those of which a patch answers this mail, whether it has arrived or not. */
  List<Revision> answering(MessageId id) {
    return answering.of(id);
  }

  /** Takes out those that link to a mail which has arrived now. */
  List<Revision> takeLinkingTo(MessageId id) {
    return linking.takeAll(id);
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
