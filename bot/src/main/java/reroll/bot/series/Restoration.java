package reroll.bot.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reroll.bot.series.SavedSeries.SavedLink;
import reroll.bot.series.SavedSeries.SavedMail;
import reroll.bot.series.SavedSeries.SavedRevision;

/** Puts saved series back in their places. Used once. */
final class Restoration {
  private final SeriesIndex index;
  private final SeriesRegister register;
  private final Rulings rulings;
  private final List<TrackedMail> mails = new ArrayList<>();

  Restoration(SeriesIndex index, SeriesRegister register, Rulings rulings) {
    this.index = index;
    this.register = register;
    this.rulings = rulings;
  }

  void run(List<SavedSeries> saved) {
    saved.parallelStream().map(this::series).toList().forEach(this::take);
    index.addAll(mails);
  }

  /** When the last of the mails arrived. */
  Instant newest() {
    return mails.stream()
        .map(TrackedMail::arrival)
        .reduce((a, b) -> b.isAfter(a) ? b : a)
        .map(Arrival::at)
        .orElse(Instant.MIN);
  }

  /** Knows of no other one, so that all processors can make them. */
  private Series series(SavedSeries saved) {
    Series restored = new Series(saved.id(), saved.aliases());
    saved.revisions().forEach(revision -> restored.add(revision(revision, restored)));
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
    return series.revisions().stream().filter(r -> r.number() == number).findFirst().orElseThrow();
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

  private void take(Series series) {
    register.add(series);
    series.revisions().forEach(revision -> mails.addAll(revision.mails()));
  }

  private static TrackedMail mail(SavedMail saved, Revision revision) {
    return new TrackedMail(
        saved.mail(), saved.arrival(), saved.titleHash(), saved.lists(), revision);
  }
}
