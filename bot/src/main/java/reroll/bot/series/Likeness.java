package reroll.bot.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;

/**
 * What two revisions have in common, as numbers. Immutable.
 *
 * @param sameAuthor the same person wrote both
 * @param sameTitle the titles of the whole are equal
 * @param generic the title is one that strangers choose too
 * @param titleWords share of common words of the titles of the whole: 0 to 1
 * @param titleWithin one title of the whole has all words of the other
 * @param sharedPatches patches with equal titles
 * @param fewerPatches the number of patches of the one that has fewer
 * @param morePatches the number of patches of the other
 * @param content likeness of the changed lines: 0 to 1
 * @param overlap how much of the smaller one's changed lines the larger has too: 0 to 1
 * @param sharedFiles files that both change
 * @param fewerFiles the number of files of the one that changes fewer
 * @param moreFiles the number of files of the other
 * @param gap between the arrivals of the first mails
 */
record Likeness(
    boolean sameAuthor,
    boolean sameTitle,
    boolean generic,
    double titleWords,
    boolean titleWithin,
    int sharedPatches,
    int fewerPatches,
    int morePatches,
    double content,
    double overlap,
    int sharedFiles,
    int fewerFiles,
    int moreFiles,
    Duration gap) {

  static Likeness of(Revision a, Revision b) {
    TrackedMail headA = a.head();
    TrackedMail headB = b.head();
    Hashes filesA = files(a);
    Hashes filesB = files(b);
    Substance left = a.substance();
    Substance right = b.substance();
    double content = left.content().likeness(right.content());
    return new Likeness(
        samePeople(headA.mail(), headB.mail()),
        speaksForAll(a)
            && speaksForAll(b)
            && headA.titleHash() != Titles.NOTHING
            && headA.titleHash() == headB.titleHash(),
        Titles.isGeneric(headA.titleWords()),
        Titles.likeness(headA.titleWords(), headB.titleWords()),
        Titles.isWithin(headA.titleWords(), headB.titleWords()),
        left.titles().common(right.titles()),
        Math.min(left.titles().size(), right.titles().size()),
        Math.max(left.titles().size(), right.titles().size()),
        content,
        overlap(content, left.changedLines(), right.changedLines()),
        filesA.common(filesB),
        Math.min(filesA.size(), filesB.size()),
        Math.max(filesA.size(), filesB.size()),
        Duration.between(a.began(), b.began()).abs());
  }

  /** The files that the patches change; while some are missing, those that the cover lists, too. */
  private static Hashes files(Revision revision) {
    Hashes changed = revision.substance().files();
    boolean all = revision.isComplete() && changed.size() > 0;
    Optional<TrackedMail> cover = revision.cover();
    return all || cover.isEmpty() ? changed : changed.with(Hashes.of(cover.get().mail().files()));
  }

  /** From the share of the union that is common to the share of the smaller one. */
  private static double overlap(double content, int linesA, int linesB) {
    int smaller = Math.min(linesA, linesB);
    return smaller == 0
        ? 0
        : Math.min(1, content / (1 + content) * ((double) linesA + linesB) / smaller);
  }

  /** Whether the head's title names the whole: a cover letter, or the only patch. */
  static boolean speaksForAll(Revision revision) {
    return revision.cover().isPresent() || revision.total() == 1;
  }

  private static boolean samePeople(PatchMail left, PatchMail right) {
    return SeriesIndex.samePerson(left.author(), right.author())
        || SeriesIndex.samePerson(left.sender(), right.sender());
  }

  /**
   * What of it speaks for a link.
   *
   * @param parent the mail of the earlier revision that was answered
   */
  List<LinkEvidence> evidence(Revision prior, Optional<MessageId> parent) {
    List<LinkEvidence> evidence = new ArrayList<>();
    parent.ifPresent(id -> evidence.add(new LinkEvidence.Answers(id)));
    if (sameTitle) {
      evidence.add(new LinkEvidence.SameTitle(prior.title()));
    }
    if (sharedPatches > 0) {
      evidence.add(new LinkEvidence.SharedPatches(sharedPatches, fewerPatches));
    }
    if (content > 0.1) {
      evidence.add(new LinkEvidence.LikeContent((int) Math.round(100 * content)));
    }
    if (sharedFiles > 0) {
      evidence.add(new LinkEvidence.SharedFiles(sharedFiles, fewerFiles));
    }
    if (sameAuthor) {
      evidence.add(new LinkEvidence.SameAuthor(prior.author().display()));
    }
    return evidence;
  }

  /** Share of equal patch titles of the one that has fewer patches: 0 to 1. */
  double patchShare() {
    return fewerPatches == 0 ? 0 : (double) sharedPatches / fewerPatches;
  }

  /** Whether neither is only a part of the other: at least half of the larger is shared. */
  boolean mostPatches() {
    return sharedPatches > 0 && 2 * sharedPatches >= morePatches;
  }

  double fileShare() {
    return fewerFiles == 0 ? 0 : (double) sharedFiles / fewerFiles;
  }

  /** Whether both say what they change, and none of it is the same. */
  boolean otherFiles() {
    return fewerFiles > 0 && sharedFiles == 0;
  }

  boolean sameFiles() {
    return sharedFiles > 0 && sharedFiles == moreFiles;
  }
}
