/**
 * Templates of the user's own that take the place of ours: read from a folder, and checked with
 * views of every shape before the first is used. Start at {@link
 * reroll.templates.own.OwnTemplates}.
 */
package reroll.templates.own;
