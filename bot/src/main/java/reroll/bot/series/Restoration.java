package reroll.bot.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reroll.bot.series.SavedSeries.SavedMail;
import reroll.bot.series.SavedSeries.SavedRevision;

/** Puts saved series back in their places. Used once. */
final class Restoration {
  private final SeriesIndex index;
  private final SeriesRegister register;
  private final Rulings rulings;
  private final Map<Long, Revision> revisions = new HashMap<>();
  private final Map<Revision, SavedSeries.SavedLink> links = new HashMap<>();
  private final List<TrackedMail> mails = new ArrayList<>();
  private Instant newest = Instant.MIN;

  Restoration(SeriesIndex index, SeriesRegister register, Rulings rulings) {
    this.index = index;
    this.register = register;
    this.rulings = rulings;
  }

  void run(List<SavedSeries> saved) {
    List<Series> all = saved.parallelStream().map(this::series).toList();
    for (int i = 0; i < all.size(); i++) {
      register.add(all.get(i));
      take(saved.get(i), all.get(i));
    }
    links.forEach(
        (revision, link) -> revision.linkTo(new Link(revisions.get(link.to()), link.evidence())));
    index.addAll(mails);
  }

  /** When the last of the mails arrived. */
  Instant newest() {
    return newest;
  }

  /** Knows of no other one, so that all processors can make them. */
  private Series series(SavedSeries saved) {
    Series restored = new Series(saved.id(), saved.aliases());
    saved.revisions().forEach(revision -> restored.add(revision(revision, restored)));
    return restored;
  }

  private Revision revision(SavedRevision saved, Series owner) {
    Revision revision = new Revision(saved.number(), saved.version(), saved.total(), owner);
    saved.cover().ifPresent(cover -> revision.setCover(mail(cover, revision)));
    saved.patches().forEach(patch -> revision.addPatch(mail(patch, revision)));
    saved.others().forEach(other -> revision.addOther(mail(other, revision)));
    revision.restore(saved.version(), saved.total(), saved.reception());
    saved.kept().ifPresent(revision::shrinkTo);
    revision.countAs(rulings.version(revision));
    return revision;
  }

  private void take(SavedSeries saved, Series series) {
    for (Revision revision : series.revisions()) {
      revisions.put(revision.number(), revision);
      revision.mails().forEach(this::take);
    }
    for (SavedRevision revision : saved.revisions()) {
      revision.link().ifPresent(link -> links.put(revisions.get(revision.number()), link));
    }
  }

  private void take(TrackedMail mail) {
    mails.add(mail);
    Instant at = mail.arrival().at();
    newest = at.isAfter(newest) ? at : newest;
  }

  private static TrackedMail mail(SavedMail saved, Revision revision) {
    return new TrackedMail(
        saved.mail(), saved.arrival(), saved.titleHash(), saved.lists(), revision);
  }
}
