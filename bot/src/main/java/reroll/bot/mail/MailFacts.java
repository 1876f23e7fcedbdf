package reroll.bot.mail;

import java.util.List;

/** What a mail means to series: it carries a patch, or it speaks about one. */
public sealed interface MailFacts permits PatchMail, Reply {
  MessageId id();

  /** What it answers, nearest first. */
  List<MessageId> parents();

  /** Who wrote it: the author for a patch mail, the sender for a reply. */
  Person author();
}
