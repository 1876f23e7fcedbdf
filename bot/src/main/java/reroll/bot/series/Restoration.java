package reroll.bot.series;

import java.util.List;
import reroll.bot.series.SavedSeries.SavedLink;
import reroll.bot.series.SavedSeries.SavedMail;
import reroll.bot.series.SavedSeries.SavedRevision;

/** Puts saved series back in their places. Used once. */
final class Restoration {
  private final SeriesIndex index;
  private final SeriesRegister register;
  private final Rulings rulings;

  Restoration(SeriesIndex index, SeriesRegister register, Rulings rulings) {
    this.index = index;
    this.register = register;
    this.rulings = rulings;
  }

  void run(List<SavedSeries> saved) {
    List<Series> all = saved.parallelStream().map(this::series).toList();
    int mails = 0;
    for (int i = 0; i < all.size(); i++) {
      register.add(all.get(i));
      mails += saved.get(i).mails();
    }
    index.addAll(all, mails);
  }

  /** Knows of no other one, so that all processors can make them. */
  private Series series(SavedSeries saved) {
    Series restored = new Series(saved.id(), saved.aliases());
    for (SavedRevision revision : saved.revisions()) {
      restored.add(revision(revision, restored));
    }
    for (SavedRevision revision : saved.revisions()) {
      revision.link().ifPresent(link -> link(restored, revision.number(), link));
    }
    return restored;
  }

  /** Revisions are linked where they are of one series, and only there. */
  private static void link(Series series, long from, SavedLink link) {
    Revision to = revision(series, link.to());
    revision(series, from).linkTo(new Link(to, link.evidence()));
  }

  private static Revision revision(Series series, long number) {
    for (Revision each : series.revisions()) {
      if (each.number() == number) {
        return each;
      }
    }
    throw new IllegalArgumentException(series + " has no revision " + number);
  }

  private Revision revision(SavedRevision saved, Series owner) {
    Revision revision = new Revision(saved.number(), saved.version(), saved.total(), owner);
    saved.cover().ifPresent(cover -> revision.setCover(mail(cover, revision)));
    for (SavedMail patch : saved.patches()) {
      revision.addPatch(mail(patch, revision));
    }
    for (SavedMail other : saved.others()) {
      revision.addOther(mail(other, revision));
    }
    revision.restore(saved.version(), saved.total(), saved.reception());
    saved.kept().ifPresent(revision::shrinkTo);
    revision.countAs(rulings.version(revision));
    return revision;
  }

  private static TrackedMail mail(SavedMail saved, Revision revision) {
    return new TrackedMail(
        saved.mail(), saved.arrival(), saved.titleHash(), saved.lists(), revision);
  }
}
