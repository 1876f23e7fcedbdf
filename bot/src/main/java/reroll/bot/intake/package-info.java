/**
 * Reads archives and hands on what their mail means, in order of arrival: {@link
 * reroll.bot.intake.Intake}. Parsing uses all processors; nothing here knows of series or state.
 * Uses the archive port and {@code mail}.
 */
package reroll.bot.intake;
