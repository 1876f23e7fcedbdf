package reroll.bot.series;

import java.util.List;
import java.util.Optional;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Sketch;
import reroll.bot.mail.Version;

/** A series as it is saved and restored. Immutable. */
public record SavedSeries(long id, List<Long> aliases, List<SavedRevision> revisions) {
  public SavedSeries {
    aliases = List.copyOf(aliases);
    revisions = List.copyOf(revisions);
  }

  /**
   * Whether it can be restored: each revision has a mail, and each link leads to a revision, of
   * this series as all links do.
   */
  public boolean isWhole() {
    for (SavedRevision revision : revisions) {
      boolean leadsNowhere = revision.link.isPresent() && place(revision.link.get().to) < 0;
      if (leadsNowhere || revision.mails() == 0) {
        return false;
      }
    }
    return !revisions.isEmpty();
  }

  /** Where the revision of this number stands; -1 where there is none. */
  int place(long number) {
    int place = revisions.size() - 1;
    while (place >= 0 && revisions.get(place).number != number) {
      place--;
    }
    return place;
  }

  /** How many mails it has. */
  int mails() {
    int mails = 0;
    for (SavedRevision revision : revisions) {
      mails += revision.mails();
    }
    return mails;
  }

  /**
   * One revision.
   *
   * @param version and {@code total} as its mails say together; each of them may say other things
   * @param kept what all patches of a stub changed; empty where the mails tell it
   */
  public record SavedRevision(
      long number,
      Version version,
      int total,
      Optional<SavedMail> cover,
      List<SavedMail> patches,
      List<SavedMail> others,
      Optional<SavedLink> link,
      Reception reception,
      Optional<Sketch> kept) {
    private int mails() {
      return (cover.isPresent() ? 1 : 0) + patches.size() + others.size();
    }
  }

  /**
   * One mail and the lists that got it.
   *
   * @param titleHash what its title is known by; to find that out again takes longer than to read
   *     all the rest
   */
  public record SavedMail(PatchMail mail, Arrival arrival, long titleHash, List<String> lists) {
    /** One whose title's hash was not saved. */
    public static SavedMail of(PatchMail mail, Arrival arrival, List<String> lists) {
      return new SavedMail(mail, arrival, Titles.hashOf(mail.subject().title()), lists);
    }
  }

  /** A link, to a revision by its number. */
  public record SavedLink(long to, List<LinkEvidence> evidence) {}

  static SavedSeries of(Series series) {
    return new SavedSeries(
        series.id(), series.aliases(), series.revisions().stream().map(SavedSeries::of).toList());
  }

  private static SavedRevision of(Revision revision) {
    return new SavedRevision(
        revision.number(),
        revision.postedVersion(),
        revision.total(),
        revision.cover().map(SavedSeries::of),
        revision.patches().stream().map(SavedSeries::of).toList(),
        revision.others().stream().map(SavedSeries::of).toList(),
        revision.link().map(link -> new SavedLink(link.to().number(), link.evidence())),
        revision.reception(),
        revision.keptContent());
  }

  private static SavedMail of(TrackedMail mail) {
    return new SavedMail(mail.mail(), mail.arrival(), mail.titleHash(), mail.lists());
  }
}
