package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import reroll.bot.mail.Counter;
import reroll.bot.series.Link;
import reroll.bot.series.Overlay;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/** What a posting is and how much of it is there, in words. */
final class PostingWords {
  private PostingWords() {}

  /** {@code 5 patches}, {@code 3 of 5 patches so far}, {@code 4/8 anew, the rest as in v2}. */
  static String of(Revision revision) {
    if (revision.isPull()) {
      return pull(revision) + kind(revision);
    }
    if (revision.isPartial()) {
      return Overlay.words(revision.patches(), revision.link().map(Link::to).orElseThrow());
    }
    return count(revision) + added(revision) + kind(revision);
  }

  /** Most carry no patches; those of some trees come in several, others with all their patches. */
  private static String pull(Revision revision) {
    if (revision.total() == 1 && revision.cover().isEmpty()) {
      return "pull request";
    }
    boolean hasPatches = revision.patches().stream().anyMatch(patch -> patch.mail().hasDiff());
    return hasPatches
        ? "pull request, " + count(revision)
        : revision.total() == 1 ? "pull request" : revision.total() + " pull requests";
  }

  private static String count(Revision revision) {
    String total = revision.total() == 1 ? "1 patch" : revision.total() + " patches";
    return revision.isComplete() ? total : revision.received() + " of " + total + " so far";
  }

  private static String added(Revision revision) {
    List<TrackedMail> added =
        revision.patches().stream()
            .filter(patch -> patch.counter().filter(Counter::isAddition).isPresent())
            .toList();
    return added.isEmpty() ? "" : ", " + Overlay.named(added) + " added";
  }

  /** Why it does not count up, and for which kernel it is. */
  private static String kind(Revision revision) {
    List<String> trees = revision.head().mail().subject().trees();
    String stable =
        revision.isStable() && !trees.isEmpty() ? ", for " + String.join(", ", trees) : "";
    return stable + again(revision, revision.link().map(Link::to));
  }

  private static String again(Revision revision, Optional<Revision> before) {
    if (revision.isResent()) {
      return ", sent again";
    }
    boolean countsOn =
        before.isEmpty()
            || revision.version().isAfter(before.get().version())
            || before.get().isRfc() != revision.isRfc();
    if (countsOn) {
      return "";
    }
    return before.get().version().equals(revision.version()) ? ", posted again" : ", counted anew";
  }
}
