package reroll.bot.card;

import reroll.bot.command.Call;
import reroll.bot.command.SeriesAnswers;
import reroll.bot.series.Revision;
import reroll.templates.card.SupersededView;

/** That a revision is no longer the newest: what stays of its card. */
public final class SupersededCard {
  private SupersededCard() {}

  /**
   * The card as things stand.
   *
   * @param why the channel was told
   */
  public static SupersededView of(
      Revision revision, Revision newer, String why, Call.Knowledge known) {
    return new SupersededView(
        revision.label(),
        revision.title(),
        SeriesAnswers.url(revision.head(), known),
        revision.author().display(),
        newer.label(),
        SeriesAnswers.url(newer.head(), known),
        SeriesAnswers.day(newer.began(), known.zone()),
        SeriesAnswers.reception(revision),
        why);
  }
}
