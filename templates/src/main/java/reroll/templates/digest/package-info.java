/** The digest: on one screen for a chat, in full and in the classic form as text. */
package reroll.templates.digest;
