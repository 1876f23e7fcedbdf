/**
 * From the bytes of a mail to what it says: {@link reroll.bot.mail.MailParser} makes a {@link
 * reroll.bot.mail.Mail}, {@link reroll.bot.mail.MailReader} tells whether that is a patch mail or a
 * reply and takes out what series and digests need. Pure and total: no I/O, no clock, no exception
 * on bad mail, every limit a named constant. {@link reroll.bot.mail.Sharing} makes one of what many
 * mails have in common, for those who keep them. Uses mime4j for MIME and the JDK.
 */
package reroll.bot.mail;
