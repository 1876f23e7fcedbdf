package reroll.connectors.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.port.ConnectorException;

/**
 * Finds mails that the reading of the lists did not bring: what came before it began, or went to
 * other lists. Slow, as servers are asked politely. Thread-safe.
 */
public interface ArchiveLookup {
  /** More mails than this are never given: the largest threads of people have some hundreds. */
  int MAX_MAILS = 1_000;

  /**
   * One mail by its Message-ID, without brackets.
   *
   * @return empty where the archive does not know it
   */
  Optional<RawMail> mail(String messageId) throws ConnectorException, InterruptedException;

  /**
   * All mails of the thread of which one has this Message-ID, oldest first.
   *
   * @return empty where the archive does not know it
   */
  List<RawMail> thread(String messageId) throws ConnectorException, InterruptedException;

  /**
   * Searches, oldest first; at most {@link #MAX_MAILS}, the newest ones. What is found may be more
   * than was asked for: servers search for words, not for texts.
   *
   * @return empty where nothing is found, or the archive cannot search
   */
  List<RawMail> search(Wanted wanted) throws ConnectorException, InterruptedException;

  /**
   * What to search for; all that is said has to fit. Immutable.
   *
   * @param text a line that stands in the mail itself, unquoted
   * @param subject words of the subject, in their order
   * @param from an address
   * @param since received then or later
   */
  record Wanted(
      Optional<String> text, Optional<String> subject, Optional<String> from, Instant since) {
    public Wanted {
      if (text.isEmpty() && subject.isEmpty()) {
        throw new IllegalArgumentException("a search wants a text or a subject");
      }
    }
  }
}
