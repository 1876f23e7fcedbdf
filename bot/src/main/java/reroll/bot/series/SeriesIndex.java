package reroll.bot.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import reroll.bot.mail.EarlierVersion;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Person;

/** Finds tracked mails and revisions by what new ones have in common with them. */
final class SeriesIndex {
  private final Map<MessageId, TrackedMail> mails = new HashMap<>();
  private final Map<Long, List<Revision>> byTitle = new HashMap<>();
  private final Map<String, List<Revision>> byAuthor = new HashMap<>();
  private final Map<String, List<Revision>> byChangeId = new HashMap<>();

  /** Revisions by the mail that one of theirs answers. */
  private final Map<MessageId, List<Revision>> answering = new HashMap<>();

  /** Revisions by a mail that one of theirs links to and that has not arrived. */
  private final Map<MessageId, List<Revision>> linking = new HashMap<>();

  Optional<TrackedMail> mail(MessageId id) {
    return Optional.ofNullable(mails.get(id));
  }

  int size() {
    return mails.size();
  }

  /** How many entries all its lists have. */
  int entries() {
    return Stream.of(byTitle, byAuthor, byChangeId, answering, linking)
        .flatMap(map -> map.values().stream())
        .mapToInt(List::size)
        .sum();
  }

  Collection<TrackedMail> mails() {
    return mails.values();
  }

  /** Takes up a mail that has found its revision. */
  void add(TrackedMail mail) {
    Revision revision = mail.revision();
    mails.put(mail.id(), mail);
    if (mail.titleHash() != Titles.NOTHING) {
      put(byTitle, mail.titleHash(), revision);
    }
    authorKeys(mail.mail(), key -> put(byAuthor, key, revision));
    mail.mail().changeId().ifPresent(id -> put(byChangeId, id, revision));
    parent(mail).ifPresent(parent -> put(answering, parent, revision));
    for (EarlierVersion earlier : mail.mail().earlier()) {
      if (!mails.containsKey(earlier.id())) {
        put(linking, earlier.id(), revision);
      }
    }
  }

  private static Optional<MessageId> parent(TrackedMail mail) {
    List<MessageId> parents = mail.mail().parents();
    return parents.isEmpty() ? Optional.empty() : Optional.of(parents.get(0));
  }

  void remove(TrackedMail mail) {
    Revision revision = mail.revision();
    mails.remove(mail.id());
    take(byTitle, mail.titleHash(), revision);
    authorKeys(mail.mail(), key -> take(byAuthor, key, revision));
    mail.mail().changeId().ifPresent(id -> take(byChangeId, id, revision));
    parent(mail).ifPresent(parent -> take(answering, parent, revision));
    mail.mail().earlier().forEach(earlier -> take(linking, earlier.id(), revision));
  }

  /** In the order in which the bot learned of them, as all that follow; not to be copied. */
  List<Revision> withTitle(long titleHash) {
    return byTitle.getOrDefault(titleHash, List.of());
  }

  /** Those of the same address, and those of the same name; the same revision may be in both. */
  List<List<Revision>> byAuthor(Person author) {
    List<List<Revision>> found = new ArrayList<>(2);
    authorKeys(author, key -> found.add(byAuthor.getOrDefault(key, List.of())));
    return found;
  }

  List<Revision> withChangeId(String id) {
    return byChangeId.getOrDefault(id, List.of());
  }

  /** Those of which a patch answers this mail, whether it has arrived or not. */
  List<Revision> answering(MessageId id) {
    return answering.getOrDefault(id, List.of());
  }

  /** Takes out those that link to a mail which has arrived now. */
  List<Revision> takeLinkingTo(MessageId id) {
    List<Revision> revisions = linking.remove(id);
    return revisions == null ? List.of() : revisions;
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

  /** Keeps the revisions in order of their numbers, whatever the order in which they are put. */
  private static <K> void put(Map<K, List<Revision>> map, K key, Revision revision) {
    List<Revision> revisions = map.computeIfAbsent(key, k -> new ArrayList<>(1));
    int at = revisions.size();
    while (at > 0 && revisions.get(at - 1).number() > revision.number()) {
      at--;
    }
    if (at == 0 || revisions.get(at - 1) != revision) {
      revisions.add(at, revision);
    }
  }

  private static <K> void take(Map<K, List<Revision>> map, K key, Revision revision) {
    List<Revision> revisions = map.get(key);
    if (revisions != null && revisions.remove(revision) && revisions.isEmpty()) {
      map.remove(key);
    }
  }
}
