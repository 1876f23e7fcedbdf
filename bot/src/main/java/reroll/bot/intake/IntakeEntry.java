package reroll.bot.intake;

import java.time.Instant;
import reroll.bot.mail.MailFacts;

/** What one entry of an archive turned out to be. */
public sealed interface IntakeEntry {
  /** The archive's name for the entry. */
  String ref();

  /** When it arrived; never earlier than the entry before it. */
  Instant at();

  /** A mail and what it means. */
  record Read(String ref, Instant at, MailFacts facts) implements IntakeEntry {}

  /** A place without a mail: removed or purged. */
  record Nothing(String ref, Instant at) implements IntakeEntry {}

  /**
   * A mail that could not be read; it is counted and told, never dropped in silence.
   *
   * @param why one sentence for a user
   */
  record Broken(String ref, Instant at, String why) implements IntakeEntry {}
}
