/** Answers to commands. */
package reroll.templates.answer;
