/**
 * Archives that are mailboxes of an IMAP server (RFC 3501): ordinary ones, one list or several in
 * each, and the newsgroups of public-inbox-imapd. Never changes anything there: mailboxes are
 * opened with EXAMINE, mails are taken with BODY.PEEK. Angus Mail knows how the protocol is
 * written; the connection, its time limits and how much is taken from it are ours. Uses {@code
 * port} and {@code http}.
 */
package reroll.connectors.archive.imap;
