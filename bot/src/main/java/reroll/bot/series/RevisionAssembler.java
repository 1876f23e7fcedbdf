package reroll.bot.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.Counter;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.PatchSubject;

/**
 * Finds the revision that a patch mail belongs to: by its thread, by a parent that has not arrived
 * yet, or, where a posting is not threaded at all, by sender, time and counters. Never by title,
 * and never by count alone.
 */
final class RevisionAssembler {
  /** Mails of one unthreaded posting arrive within this time (b4's rethread window is the same). */
  static final Duration UNTHREADED_WINDOW = Duration.ofMinutes(30);

  /** A patch of another version than its cover's belongs there if it was sent with it. */
  static final Duration SENT_TOGETHER = Duration.ofHours(1);

  /** A cover without a counter is followed by its patches within this time. */
  static final Duration NAKED_COVER_WINDOW = Duration.ofDays(1);

  /** Patches of one partial reroll are sent within this time. */
  static final Duration PARTIAL_REROLL_WINDOW = Duration.ofDays(2);

  /** Revisions looked at that answer the same mail, or are by the same sender; the newest ones. */
  private static final int MAX_LOOKED_AT = 100;

  /** A posting of more mails is cut here: what each new one costs grows with those before. */
  static final int MAX_MAILS = 2048;

  /** What a mail is in its revision. */
  enum Role {
    COVER,
    PATCH,
    /** A second copy of a patch that is there already. */
    OTHER
  }

  /** A revision and the mail's role in it. */
  record Place(Revision revision, Role role) {}

  private final SeriesIndex index;

  RevisionAssembler(SeriesIndex index) {
    this.index = index;
  }

  /** Finds the place of a mail that has just arrived; empty where it begins a new revision. */
  Optional<Place> find(PatchMail mail, Arrival arrival) {
    if (mail.subject().counter().isEmpty()) {
      return belowCoverOfOne(mail, arrival);
    }
    return byThread(mail, arrival)
        .or(() -> byChildren(mail, arrival))
        .or(() -> bySiblings(mail, arrival))
        .or(() -> besidePartialReroll(mail, arrival))
        .or(() -> unthreaded(mail, arrival));
  }

  /** Some people number the cover letter over a single patch, and not the patch. */
  private Optional<Place> belowCoverOfOne(PatchMail mail, Arrival arrival) {
    return mail.parents().stream()
        .findFirst()
        .flatMap(index::mail)
        .filter(above -> above.mail().subject().isCover())
        .map(TrackedMail::revision)
        .filter(revision -> revision.total() == 1 && revision.patches().isEmpty())
        .filter(revision -> sameKind(revision, mail) && sameVersion(revision, mail))
        .filter(revision -> sentTogether(revision, mail, arrival))
        .map(revision -> new Place(revision, Role.PATCH));
  }

  /** Below a mail that is here already; the nearest counts. */
  private Optional<Place> byThread(PatchMail mail, Arrival arrival) {
    for (MessageId parent : mail.parents()) {
      Optional<TrackedMail> above = index.mail(parent);
      if (above.isPresent()) {
        Optional<Place> place = below(above.get(), mail, arrival);
        if (place.isPresent()) {
          return place;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Place> below(TrackedMail above, PatchMail mail, Arrival arrival) {
    Revision revision = above.revision();
    if (!sameKind(revision, mail)) {
      return Optional.empty();
    }
    if (isNakedCover(above, mail, arrival)) {
      revision.becomeCoverOf(mail.subject().total());
    }
    boolean direct = mail.parents().get(0).equals(above.id());
    boolean sentUnderCover =
        direct
            && revision.cover().filter(cover -> cover == above).isPresent()
            && sentTogether(revision, mail, arrival);
    boolean first = !mail.subject().isCover() && revision.patches().isEmpty();
    if (sentUnderCover && first && sameVersion(revision, mail)) {
      revision.setTotal(mail.subject().total());
    }
    boolean announced = sentUnderCover && announces(above, mail);
    return (announced || revision.total() == mail.subject().total())
            && (sentUnderCover || sameVersion(revision, mail))
        ? role(revision, mail, direct)
        : Optional.empty();
  }

  /** Whether the cover announces as many patches as this one says there are. */
  private static boolean announces(TrackedMail cover, PatchMail mail) {
    return cover.mail().subject().isCover()
        && cover.mail().subject().total() == mail.subject().total();
  }

  /** After its children, which were delivered before it. */
  private Optional<Place> byChildren(PatchMail mail, Arrival arrival) {
    List<Revision> below = new ArrayList<>(newest(index.answering(mail.id())));
    // Of several postings sent below one cover it leads the one of as many patches as it says.
    below.sort(Comparator.comparing(revision -> !sameTotal(revision, mail)));
    for (Revision revision : below) {
      boolean fits =
          sameVersion(revision, mail)
              || (mail.subject().isCover()
                  && (!anyVersionGiven(revision) || sentUnder(mail, arrival, revision)));
      boolean total = sameTotal(revision, mail) || mail.subject().isCover();
      if (fits && sameKind(revision, mail) && total) {
        Optional<Place> place = role(revision, mail, false);
        if (place.isPresent()) {
          return place;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether all patches were sent with this cover, to it, and as many as it says. */
  private static boolean sentUnder(PatchMail cover, Arrival arrival, Revision revision) {
    return sameTotal(revision, cover)
        && sentTogether(revision, cover, arrival)
        && revision.patches().stream()
            .allMatch(patch -> patch.mail().parents().get(0).equals(cover.id()));
  }

  /** Beside mails that answer the same mail. */
  private Optional<Place> bySiblings(PatchMail mail, Arrival arrival) {
    if (mail.parents().isEmpty() || mail.subject().isCover()) {
      return Optional.empty();
    }
    MessageId parent = mail.parents().get(0);
    boolean parentIsHere = index.mail(parent).isPresent();
    return newest(index.answering(parent)).stream()
        .filter(revision -> !parentIsHere || sentTogether(revision, mail, arrival))
        .filter(revision -> takesPatch(revision, mail))
        .findFirst()
        .map(revision -> new Place(revision, Role.PATCH));
  }

  /** Beside another patch of the same new version that was sent alone into the old thread. */
  private Optional<Place> besidePartialReroll(PatchMail mail, Arrival arrival) {
    return mail.parents().stream()
        .map(index::mail)
        .flatMap(Optional::stream)
        .flatMap(above -> above.revision().series().revisions().stream())
        .filter(revision -> revision.cover().isEmpty() && takesPatch(revision, mail))
        .filter(revision -> within(PARTIAL_REROLL_WINDOW, revision.head().arrival(), arrival))
        .findFirst()
        .map(revision -> new Place(revision, Role.PATCH));
  }

  private static boolean takesPatch(Revision revision, PatchMail mail) {
    return sameKind(revision, mail)
        && sameTotal(revision, mail)
        && sameVersion(revision, mail)
        && !mail.subject().isCover()
        && !isFull(revision)
        && revision.patch(mail.subject().counter().orElseThrow()).isEmpty();
  }

  /** Sent without threads, by the same sender at about the same time. */
  private Optional<Place> unthreaded(PatchMail mail, Arrival arrival) {
    if (!mail.parents().isEmpty()) {
      return Optional.empty();
    }
    for (List<Revision> bySender : index.byAuthor(mail.sender())) {
      List<Revision> newest = newest(bySender);
      for (int i = newest.size() - 1; i >= 0; i--) {
        Revision revision = newest.get(i);
        if (within(UNTHREADED_WINDOW, revision.head().arrival(), arrival)
            && sentWith(revision, mail)) {
          Optional<Place> place = role(revision, mail, false);
          if (place.isPresent() && place.get().role() != Role.OTHER) {
            return place;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Revision> newest(List<Revision> revisions) {
    return revisions.subList(Math.max(0, revisions.size() - MAX_LOOKED_AT), revisions.size());
  }

  private static boolean isFull(Revision revision) {
    return revision.patches().size() + revision.others().size() >= MAX_MAILS;
  }

  private static boolean sentWith(Revision revision, PatchMail mail) {
    PatchMail head = revision.head().mail();
    return sameKind(revision, mail)
        && sameTotal(revision, mail)
        && sameVersion(revision, mail)
        && head.parents().isEmpty()
        && head.subject().counter().isPresent()
        && head.subject().tags().equals(mail.subject().tags())
        && head.subject().rfc() == mail.subject().rfc()
        && head.subject().resent() == mail.subject().resent()
        && SeriesIndex.samePerson(head.sender(), mail.sender())
        && MessageIdStem.mayBeOneRun(head.id(), mail.id());
  }

  private static Optional<Place> role(Revision revision, PatchMail mail, boolean direct) {
    Counter counter = mail.subject().counter().orElseThrow();
    if (isFull(revision)) {
      return Optional.empty();
    }
    if (counter.isCover()) {
      return revision.cover().isEmpty()
          ? Optional.of(new Place(revision, Role.COVER))
          : Optional.empty();
    }
    Optional<TrackedMail> whole = counter.isAddition() ? Optional.empty() : uncounted(revision);
    boolean free = revision.patch(counter).isEmpty() || revision.total() != counter.total();
    if (free && whole.isEmpty()) {
      return Optional.of(new Place(revision, Role.PATCH));
    }
    boolean another = whole.filter(patch -> !patch.isTitledAs(mail)).isPresent();
    return direct && !another && mail.version().equals(revision.postedVersion())
        ? Optional.of(new Place(revision, Role.OTHER))
        : Optional.empty();
  }

  /** The patch without a counter, which is all of its revision: beside it there is no 1/1. */
  private static Optional<TrackedMail> uncounted(Revision revision) {
    return revision.patches().stream().filter(patch -> patch.counter().isEmpty()).findFirst();
  }

  private static boolean isNakedCover(TrackedMail above, PatchMail mail, Arrival arrival) {
    Revision revision = above.revision();
    return above.counter().isEmpty()
        && !above.mail().hasDiff()
        && revision.cover().isEmpty()
        && revision.patches().size() == 1
        && sameVersion(revision, mail)
        && SeriesIndex.samePerson(above.mail().sender(), mail.sender())
        && within(NAKED_COVER_WINDOW, above.arrival(), arrival);
  }

  private static boolean sentTogether(Revision revision, PatchMail mail, Arrival arrival) {
    return within(SENT_TOGETHER, revision.head().arrival(), arrival)
        && SeriesIndex.samePerson(revision.head().mail().sender(), mail.sender());
  }

  private static boolean within(Duration window, Arrival first, Arrival second) {
    return Duration.between(first.at(), second.at()).abs().compareTo(window) <= 0;
  }

  /** Versions agree, or only the cover says which it is. */
  private static boolean sameVersion(Revision revision, PatchMail mail) {
    return revision.postedVersion().equals(mail.version())
        || (!mail.subject().versionGiven() && revision.cover().isPresent());
  }

  private static boolean anyVersionGiven(Revision revision) {
    return revision.patches().stream().anyMatch(p -> p.mail().subject().versionGiven());
  }

  private static boolean sameTotal(Revision revision, PatchMail mail) {
    return revision.total() == mail.subject().total() && revision.head().counter().isPresent();
  }

  private static boolean sameKind(Revision revision, PatchMail mail) {
    PatchSubject head = revision.head().mail().subject();
    PatchSubject subject = mail.subject();
    return head.pull() == subject.pull()
        && head.autosel() == subject.autosel()
        && (!mail.stable() || head.trees().equals(subject.trees()));
  }
}
