package reroll.bot.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One message, decoded. Lives only while it is read; what series need of it is in {@link
 * MailFacts}. Immutable.
 *
 * @param id the Message-ID; made from the bytes where the mail has none
 * @param parents what it answers: In-Reply-To first, then References from the nearest to the root;
 *     never the mail itself
 * @param subject one line, decoded; empty where the mail has none
 * @param from the From header as written, decoded
 * @param sender who sent it, after mailing lists and relays that put their own address into From
 *     have been undone
 * @param text the text of the body with {@code \n} line ends
 * @param attachedPatch the first patch that came as an attachment
 */
public record Mail(
    MessageId id,
    List<MessageId> parents,
    String subject,
    Person from,
    Person sender,
    Headers headers,
    String text,
    Optional<String> attachedPatch,
    Set<Defect> defects) {

  /** What was wrong with a mail. None of it stops the reading. */
  public enum Defect {
    /** No Message-ID. */
    NO_ID,
    /** A limit was met: the header block, the size, the number or the depth of parts. */
    CUT,
    /** MIME structure or encoding that does not follow its rules. */
    MALFORMED,
    /** No plain text, only HTML, which is not read. */
    HTML_ONLY
  }

  public Mail {
    parents = List.copyOf(parents);
    defects = Set.copyOf(defects);
  }

  /** The Date header; senders' clocks lie, so it orders nothing. */
  public Optional<Instant> date() {
    return headers.text("Date").flatMap(MailDates::parse);
  }

  /** What the last server on the way wrote into Received. */
  public Optional<Instant> received() {
    return headers.text("Received").flatMap(MailDates::behindSemicolon);
  }
}
