/**
 * The state and its one owner, {@link reroll.bot.state.Engine}: inputs are written to the journal,
 * then change the state, in one order, on one thread. A snapshot now and then keeps the journal
 * short. {@link reroll.bot.state.BotState} is deterministic: the same inputs give the same state
 * and the same posts. A journal is JSON by Jackson, a snapshot is packed, each part of the state in
 * a {@link reroll.bot.state.Section} of its own; the series, which are most of it, are read and
 * written on all processors. {@code Learning} takes in mail, {@code Telling} and {@code CardKeeper}
 * tell what is news, {@code Answering} carries out commands, {@code Scheduling} and {@code
 * Digesting} make digests. Uses {@code series}, {@code follow}, {@code filter}, {@code role},
 * {@code schedule}, {@code digest}, {@code command}, {@code card}, {@code compare}, {@code
 * delivery}, {@code intake} and {@code words}.
 */
package reroll.bot.state;
