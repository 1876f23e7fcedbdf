/** Cards: what is told without being asked for. */
package reroll.templates.card;
