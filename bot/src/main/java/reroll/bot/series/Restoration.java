package reroll.bot.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.series.SavedSeries.SavedLink;
import reroll.bot.series.SavedSeries.SavedMail;
import reroll.bot.series.SavedSeries.SavedRevision;

/** Makes series again of what was saved. */
final class Restoration {
  private final Rulings rulings;

  Restoration(Rulings rulings) {
    this.rulings = rulings;
  }

  List<Series> of(List<SavedSeries> saved) {
    return saved.parallelStream().map(this::series).toList();
  }

  /** Knows of no other one, so that all processors can make them. */
  private Series series(SavedSeries saved) {
    Series restored = new Series(saved.id(), saved.aliases());
    List<Revision> made = new ArrayList<>();
    for (SavedRevision revision : saved.revisions()) {
      made.add(revision(revision, restored));
    }
    made.forEach(restored::add);
    for (int i = 0; i < made.size(); i++) {
      Optional<SavedLink> link = saved.revisions().get(i).link();
      if (link.isPresent()) {
        Revision to = made.get(saved.place(link.get().to()));
        made.get(i).linkTo(new Link(to, link.get().evidence()));
      }
    }
    return restored;
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
