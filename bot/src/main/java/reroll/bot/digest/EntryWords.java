package reroll.bot.digest;

import java.util.List;
import java.util.Optional;
import reroll.bot.digest.Digest.Applied;
import reroll.bot.digest.Digest.Entry;
import reroll.bot.digest.Digest.Standing;
import reroll.bot.digest.Digest.Waiting;
import reroll.bot.series.Overlay;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/** What the digest says of a revision in one line. Stateless. */
final class EntryWords {
  /** Longer titles are cut: nobody means to write one. */
  static final int MAX_TITLE_CHARS = 160;

  private EntryWords() {}

  /** {@code [v3] title (5 patches, Author) — v2 -> v3}. */
  static String line(Entry entry) {
    return line(entry.revision(), patches(entry)) + " — " + standing(entry);
  }

  private static String line(Revision revision, String patches) {
    return "["
        + revision.label()
        + "] "
        + title(revision)
        + " ("
        + patches
        + ", "
        + revision.author().display()
        + ")";
  }

  static String title(Revision revision) {
    String title = revision.title();
    return title.codePointCount(0, title.length()) <= MAX_TITLE_CHARS
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE_CHARS)) + "…";
  }

  static String patches(Entry entry) {
    String total = count(entry.revision().total(), "patch", "patches");
    if (entry.isComplete()) {
      return total;
    }
    if (entry.standing() == Standing.PARTIAL) {
      return anew(entry);
    }
    return entry.received() + " of " + entry.revision().total() + " patches received";
  }

  /** {@code 4/8 anew, the rest as in v2}. */
  static String anew(Entry entry) {
    return Overlay.words(entry.patches(), entry.before().orElseThrow());
  }

  static String standing(Entry entry) {
    String words =
        switch (entry.standing()) {
          case NEW -> isFirst(entry) ? "new" : "new here, earlier versions not seen";
          case REROLL -> step(entry);
          case RESENT -> "resent";
          case PARTIAL -> label(entry.before()) + " -> " + entry.revision().label() + " in part";
          case LATE -> "more of it arrived";
          case SKIPPED -> "skipped, superseded by " + label(entry.after());
          case WITHDRAWN -> "withdrawn by its author";
        };
    boolean again = entry.resent() && entry.standing() != Standing.RESENT;
    return words + (again ? ", resent" : "") + forWhom(entry.revision());
  }

  private static boolean isFirst(Entry entry) {
    return entry.revision().version().major() == 1;
  }

  private static String label(Optional<Revision> revision) {
    return revision.map(Revision::label).orElse("");
  }

  /** {@code v2 -> v3}, and under which other title v2 was known. */
  private static String step(Entry entry) {
    Revision before = entry.before().orElseThrow();
    boolean renamed = !before.title().equalsIgnoreCase(entry.revision().title());
    return label(entry.before())
        + " -> "
        + entry.revision().label()
        + (renamed ? ", was “" + title(before) + "”" : "");
  }

  private static String forWhom(Revision revision) {
    List<String> trees = revision.head().mail().subject().trees();
    if (revision.isStable()) {
      return ", for stable kernels";
    }
    return trees.isEmpty() ? "" : ", for " + String.join(", ", trees);
  }

  /** What stands before the title of an entry. */
  static String news(Entry entry) {
    return switch (entry.standing()) {
      case NEW -> "New";
      case LATE -> "More";
      case RESENT -> "Resent";
      case PARTIAL -> label(entry.before()) + " -> " + entry.revision().label() + " in part";
      default -> label(entry.before()) + " -> " + entry.revision().label();
    };
  }

  /** {@code 2/5 title (Author)}; the author where it is not that of the whole. */
  static String patch(TrackedMail patch, Revision revision) {
    String counter = patch.counter().map(c -> c + " ").orElse("");
    boolean other = !PersonBook.areOne(patch.mail().author(), revision.author());
    return "  "
        + counter
        + patch.mail().subject().title()
        + (other ? " (" + patch.mail().author().display() + ")" : "");
  }

  static String applied(Applied applied) {
    Revision revision = applied.revision();
    return line(revision, patches(revision)) + " — " + appliedBy(applied);
  }

  static String appliedBy(Applied applied) {
    var said = applied.note().applied();
    String tool = said.how().isRobot() ? "" : " by " + applied.note().by().display();
    Revision revision = applied.revision();
    String where = said.where().isEmpty() ? "" : TakenWords.into(revision) + said.where();
    return (said.subset() ? "partly " : "") + TakenWords.taken(revision) + tool + where;
  }

  /** {@code title (Author) — v1 -> v2}. */
  static String pull(Revision revision) {
    String again = pulledAgain(revision);
    return title(revision)
        + " ("
        + revision.author().display()
        + ")"
        + (again.isEmpty() ? "" : " — " + again);
  }

  /** {@code v1 -> v2}; empty for the first of a pull request. */
  static String pulledAgain(Revision revision) {
    return revision.link().map(link -> link.to().label() + " -> " + revision.label()).orElse("");
  }

  static String waiting(Waiting waiting) {
    return line(waiting.revision(), patches(waiting.revision()))
        + " — "
        + count(waiting.since().toDays(), "day", "days");
  }

  private static String patches(Revision revision) {
    if (revision.isPull()) {
      return "pull request";
    }
    return revision.isComplete()
        ? count(revision.total(), "patch", "patches")
        : revision.received() + " of " + revision.total() + " patches received";
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
