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

  void run(Iterable<SavedSeries> saved) {
    saved.forEach(this::restore);
    links.forEach(
        (revision, link) -> revision.linkTo(new Link(revisions.get(link.to()), link.evidence())));
    index.addAll(mails);
  }

  /** When the last of the mails arrived. */
  Instant newest() {
    return newest;
  }

  private void restore(SavedSeries saved) {
    Series restored = new Series(saved.id(), saved.aliases());
    saved.revisions().forEach(revision -> restore(revision, restored));
    register.add(restored);
  }

  private void restore(SavedRevision saved, Series owner) {
    Revision revision = new Revision(saved.number(), saved.version(), saved.total(), owner);
    saved.cover().ifPresent(cover -> revision.setCover(mail(cover, revision)));
    saved.patches().forEach(patch -> revision.addPatch(mail(patch, revision)));
    saved.others().forEach(other -> revision.addOther(mail(other, revision)));
    revision.restore(saved.version(), saved.total(), saved.reception());
    saved.kept().ifPresent(revision::shrinkTo);
    revision.countAs(rulings.version(revision));
    owner.add(revision);
    revision.mails().forEach(this::take);
    revisions.put(saved.number(), revision);
    saved.link().ifPresent(link -> links.put(revision, link));
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
