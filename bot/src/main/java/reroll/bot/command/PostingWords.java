package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import reroll.bot.mail.Counter;
import reroll.bot.series.Link;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/** What a posting is and how much of it is there, in words. */
final class PostingWords {
  /** More patches are not named one by one. */
  private static final int MAX_NAMED = 6;

  private PostingWords() {}

  /** {@code 5 patches}, {@code 3 of 5 patches so far}, {@code 4/8 anew, the rest as in v2}. */
  static String of(Revision revision) {
    if (revision.isPull()) {
      return "pull request" + kind(revision);
    }
    if (revision.isPartial()) {
      Revision rest = revision.link().map(Link::to).orElseThrow();
      return named(revision.patches()) + " anew, the rest as in " + rest.label();
    }
    return count(revision) + added(revision) + kind(revision);
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
    return added.isEmpty() ? "" : ", " + named(added) + " added";
  }

  private static String named(List<TrackedMail> patches) {
    String named =
        patches.stream()
            .limit(MAX_NAMED)
            .flatMap(patch -> patch.counter().stream())
            .map(Counter::toString)
            .collect(Collectors.joining(", "));
    int more = patches.size() - MAX_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
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
