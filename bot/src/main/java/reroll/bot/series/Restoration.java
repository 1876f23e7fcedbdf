package reroll.bot.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.series.SavedSeries.SavedLink;
import reroll.bot.series.SavedSeries.SavedMail;
import reroll.bot.series.SavedSeries.SavedRevision;

/**
 * Makes series again of what was saved. All mails of a bot pass here, by the hundred thousand,
 * while somebody waits: so there are plain loops, and nothing is made on the way.
 */
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
    List<SavedRevision> revisions = saved.revisions();
    List<Revision> made = new ArrayList<>(revisions.size());
    for (int i = 0; i < revisions.size(); i++) {
      made.add(revision(revisions.get(i), restored));
      restored.add(made.get(i));
    }
    for (int i = 0; i < revisions.size(); i++) {
      Optional<SavedLink> link = revisions.get(i).link();
      if (link.isPresent()) {
        Revision to = made.get(saved.place(link.get().to()));
        made.get(i).linkTo(new Link(to, link.get().evidence()));
      }
    }
    return restored;
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
    for (int i = 0; i < saved.others().size(); i++) {
      revision.addOther(mail(saved.others().get(i), revision));
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
