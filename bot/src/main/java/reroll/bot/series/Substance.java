package reroll.bot.series;

import java.util.List;
import java.util.Optional;
import reroll.bot.mail.PatchMail.LineCount;
import reroll.bot.mail.Sketch;

/**
 * What the patches of a revision are and change, in the forms in which revisions are compared.
 * Immutable.
 *
 * @param content likeness of all changed lines
 * @param titles of the patches
 * @param files that the patches change
 * @param changedLines added and removed
 */
record Substance(Sketch content, Hashes titles, Hashes files, int changedLines) {
  private static final Substance NONE = new Substance(Sketch.EMPTY, Hashes.NONE, Hashes.NONE, 0);

  /**
   * The substance of some patches.
   *
   * @param kept what they change together, where they do not tell it
   */
  static Substance of(List<TrackedMail> patches, Optional<Sketch> kept) {
    Substance all = NONE;
    for (TrackedMail patch : patches) {
      all = all.with(patch);
    }
    return new Substance(kept.orElse(all.content), all.titles, all.files, all.changedLines);
  }

  Substance with(TrackedMail patch) {
    LineCount lines = patch.mail().lines();
    return new Substance(
        content.with(patch.mail().sketch()),
        patch.titleHash() == Titles.NOTHING ? titles : titles.with(patch.titleHash()),
        files.with(Hashes.of(patch.mail().files())),
        changedLines + lines.added() + lines.removed());
  }
}
