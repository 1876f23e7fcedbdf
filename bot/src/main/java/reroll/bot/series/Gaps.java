package reroll.bot.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reroll.bot.mail.EarlierVersion;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.Version;

/**
 * Finds what is missing of a revision. Pull requests and postings for stable kernels have no
 * history that anybody would ask for.
 */
final class Gaps {
  private final Predicate<MessageId> isHere;

  Gaps(Predicate<MessageId> isHere) {
    this.isHere = isHere;
  }

  List<Missing> of(Revision revision) {
    if (revision.isPull() || revision.isStable()) {
      return List.of();
    }
    List<Missing> missing = new ArrayList<>(2);
    earlierVersions(revision).ifPresent(missing::add);
    restOfPosting(revision).ifPresent(missing::add);
    return missing;
  }

  private Optional<Missing> earlierVersions(Revision revision) {
    List<MessageId> stated =
        revision.mails().stream()
            .flatMap(mail -> mail.mail().earlier().stream())
            .map(EarlierVersion::id)
            .distinct()
            .filter(isHere.negate())
            .limit(Missing.MAX_STATED)
            .toList();
    if (stated.isEmpty() && !isAfterGap(revision)) {
      return Optional.empty();
    }
    Optional<String> changeId =
        revision.mails().stream().flatMap(mail -> mail.mail().changeId().stream()).findFirst();
    return Optional.of(
        new Missing.EarlierVersions(changeId, revision.title(), revision.author(), stated));
  }

  /** Whether the version before is not in the series: a later one than v1 has one, mostly. */
  private static boolean isAfterGap(Revision revision) {
    Version version = revision.version();
    return version.major() > 1
        && revision.series().revisions().stream()
            .map(Revision::version)
            .noneMatch(other -> version.isAfter(other) && other.major() >= version.major() - 1);
  }

  private Optional<Missing> restOfPosting(Revision revision) {
    int patches = Math.max(0, revision.total() - revision.received());
    boolean cover = revision.cover().isEmpty() && answersUnknown(revision.head());
    if (revision.isPartial() || (patches == 0 && !cover)) {
      return Optional.empty();
    }
    return Optional.of(new Missing.RestOfPosting(root(revision.head()), cover, patches));
  }

  /** A patch of several that answers a mail which is not here: its cover letter, mostly. */
  private boolean answersUnknown(TrackedMail head) {
    return head.counter().filter(counter -> counter.total() > 1).isPresent()
        && head.mail().parents().stream().findFirst().filter(isHere.negate()).isPresent();
  }

  /** The parents are known from the nearest to the farthest. */
  private static MessageId root(TrackedMail mail) {
    List<MessageId> parents = mail.mail().parents();
    return parents.isEmpty() ? mail.id() : parents.get(parents.size() - 1);
  }
}
