/**
 * The mailboxes of the tests: GreenMail in this process, a server of a script that misbehaves as
 * told, and in the tests that end in {@code RealIT} public-inbox-imapd and Dovecot.
 */
package reroll.connectors.archive.imap;
