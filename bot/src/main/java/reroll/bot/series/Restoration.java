package reroll.bot.series;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import reroll.bot.series.SavedSeries.SavedLink;
import reroll.bot.series.SavedSeries.SavedMail;
import reroll.bot.series.SavedSeries.SavedRevision;

/**
 * Puts saved series back in their places. Used once. All that a start waits for passes here, by the
 * hundred thousand, so it is made without a thought to spare: plain loops, nothing on the way.
 */
final class Restoration {
  private final SeriesIndex index;
  private final SeriesRegister register;
  private final Rulings rulings;
  private final LongAdder mails = new LongAdder();

  Restoration(SeriesIndex index, SeriesRegister register, Rulings rulings) {
    this.index = index;
    this.register = register;
    this.rulings = rulings;
  }

  void run(List<SavedSeries> saved) {
    List<Series> all = saved.parallelStream().map(this::series).toList();
    register.addAll(all);
    index.addAll(all, mails.intValue());
  }

  /** Knows of no other one, so that all processors can make them. */
  private Series series(SavedSeries saved) {
    Series restored = new Series(saved.id(), saved.aliases());
    List<SavedRevision> revisions = saved.revisions();
    for (int i = 0; i < revisions.size(); i++) {
      restored.add(revision(revisions.get(i), restored));
    }
    for (int i = 0; i < revisions.size(); i++) {
      Optional<SavedLink> link = revisions.get(i).link();
      if (link.isPresent()) {
        link(restored, revisions.get(i).number(), link.get());
      }
    }
    mails.add(saved.mails());
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
    List<SavedMail> patches = saved.patches();
    Revision revision =
        new Revision(saved.number(), saved.version(), saved.total(), owner, patches.size());
    if (saved.cover().isPresent()) {
      revision.setCover(mail(saved.cover().get(), revision));
    }
    for (int i = 0; i < patches.size(); i++) {
      revision.addPatch(mail(patches.get(i), revision));
    }
    for (SavedMail other : saved.others()) {
      revision.addOther(mail(other, revision));
    }
    revision.restore(saved.version(), saved.total(), saved.reception());
    if (saved.kept().isPresent()) {
      revision.shrinkTo(saved.kept().get());
    }
    revision.countAs(rulings.version(revision));
    return revision;
  }

  private static TrackedMail mail(SavedMail saved, Revision revision) {
    return new TrackedMail(
        saved.mail(), saved.arrival(), saved.titleHash(), saved.lists(), revision);
  }
}
