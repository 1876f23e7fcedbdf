package reroll.bot;

import reroll.bot.cli.CommandLines;

/**
 * The entry point. The words on the command line choose one of {@link CommandLines}; {@code run}
 * and {@code demo} put a {@link reroll.bot.run.Bot} together, in which this happens:
 *
 * <p><b>A mail's way.</b> {@link reroll.bot.run.ListWatch} looks at an archive ({@link
 * reroll.connectors.archive.ArchiveSource#readAfter}) where it was left off.
 *
 * <ol>
 *   <li>{@link reroll.bot.intake.Intake} reads new mail, and on other threads {@link
 *       reroll.bot.mail.MailParser} and {@link reroll.bot.mail.MailReader} tell what it means.
 *   <li>{@link reroll.bot.state.Engine#submit} writes that to the journal, then changes the one
 *       {@link reroll.bot.state.BotState}; all that follows up to the outbox is one such change.
 *   <li>{@link reroll.bot.series.SeriesTracker#accept} finds its revision and series, and answers
 *       with events.
 *   <li>{@link reroll.bot.follow.Notifier} decides which of them are news, and for whom.
 *   <li>{@link reroll.bot.card.NewVersionCard} says what to tell, a template how; the text is owed
 *       to a channel in the {@link reroll.bot.delivery.Outbox}. When that is no longer true, {@code
 *       CardKeeper} owes a change of the same card.
 *   <li>{@link reroll.bot.delivery.Deliverer} sends it through a {@link
 *       reroll.connectors.chat.ChatPlatform}, which lays it out in its own markup.
 * </ol>
 *
 * <p><b>A command's way.</b> The chat hands on what somebody said; the bot submits it to the same
 * engine.
 *
 * <ol>
 *   <li>{@link reroll.bot.command.Request#parse} tells whether it was said to the bot.
 *   <li>{@link reroll.bot.command.Commands#answer} finds the {@link reroll.bot.command.Command},
 *       which answers with a view. What needs mail that is not kept, a comparison or a whole
 *       digest, is read again by {@link reroll.bot.run.Bot} beside the engine, and comes back as an
 *       input like any other.
 *   <li>The answer goes the way of a card: outbox, deliverer, the channel from which it came.
 * </ol>
 *
 * <p><b>A scheduled digest's way.</b> {@link reroll.bot.schedule.Schedules} says when it is due;
 * the bot looks at its lists once more, then tells the engine the time, and the digest is owed.
 */
public final class Reroll {
  private Reroll() {}

  public static void main(String[] args) {
    System.exit(CommandLines.execute(args));
  }
}
