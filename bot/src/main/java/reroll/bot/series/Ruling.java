package reroll.bot.series;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.Version;

/**
 * What a person said of how mails belong together. Outranks all that mails themselves say. Names
 * mails, not revisions, so that it holds whenever and in whatever order those are learned.
 * Immutable.
 */
public sealed interface Ruling {
  /** Of the revision that it is about. */
  MessageId mail();

  /** Who said it. */
  String by();

  Instant at();

  /** All mails that it names. */
  List<MessageId> mails();

  /** The revision of a mail follows that of an earlier one. */
  record Follows(MessageId mail, MessageId earlier, String by, Instant at) implements Ruling {
    public Follows {
      Objects.requireNonNull(mail);
      Objects.requireNonNull(earlier);
    }

    @Override
    public List<MessageId> mails() {
      return List.of(mail, earlier);
    }
  }

  /** The revisions of two mails are not of one series. */
  record Apart(MessageId mail, MessageId earlier, String by, Instant at) implements Ruling {
    public Apart {
      Objects.requireNonNull(mail);
      Objects.requireNonNull(earlier);
    }

    @Override
    public List<MessageId> mails() {
      return List.of(mail, earlier);
    }
  }

  /** The revision of a mail is of this version, whatever its subject says. */
  record Counted(MessageId mail, Version version, String by, Instant at) implements Ruling {
    public Counted {
      Objects.requireNonNull(mail);
      Objects.requireNonNull(version);
    }

    @Override
    public List<MessageId> mails() {
      return List.of(mail);
    }
  }
}
