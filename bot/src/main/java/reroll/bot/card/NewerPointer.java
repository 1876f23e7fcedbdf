package reroll.bot.card;

import reroll.bot.command.Call;
import reroll.bot.command.SeriesAnswers;
import reroll.bot.series.Revision;
import reroll.templates.card.NewerView;

/** A line below the card of an earlier revision: a newer one is out. */
public final class NewerPointer {
  private NewerPointer() {}

  public static NewerView of(Revision newer, Call.Knowledge known) {
    return new NewerView(newer.label(), newer.title(), SeriesAnswers.url(newer.head(), known));
  }
}
