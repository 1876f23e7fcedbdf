package reroll.connectors.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.port.ConnectorException;

/**
 * What an archive gives from a cursor on, page by page to its end.
 *
 * @param end where a later walk goes on
 */
public record Walk(List<ArchiveEntry> entries, Cursor end) {
  private static final int PAGE = 100;

  /** Walks through all of an archive. */
  public static Walk through(ArchiveSource source) throws ConnectorException, InterruptedException {
    return from(Cursor.START, source, PAGE);
  }

  public static Walk from(Cursor cursor, ArchiveSource source)
      throws ConnectorException, InterruptedException {
    return from(cursor, source, PAGE);
  }

  /** Walks in pages of at most {@code page} entries. */
  public static Walk from(Cursor cursor, ArchiveSource source, int page)
      throws ConnectorException, InterruptedException {
    List<ArchiveEntry> entries = new ArrayList<>();
    Cursor at = cursor;
    Batch batch;
    do {
      batch = source.readAfter(at, page);
      assertThat(batch.entries()).hasSizeLessThanOrEqualTo(page);
      entries.addAll(batch.entries());
      at = new Cursor(batch.next().value()); // as it comes back from a saved state
      assertThat(at.value()).matches("[ -~]*");
    } while (batch.more());
    return new Walk(entries, at);
  }

  /** The mails among the entries, byte for character. */
  public List<String> mails() {
    return entries.stream().filter(RawMail.class::isInstance).map(Walk::text).toList();
  }

  /** The entries that are no mails. */
  public List<ArchiveEntry> others() {
    return entries.stream().filter(entry -> !(entry instanceof RawMail)).toList();
  }

  /** The text of an entry that must be a mail. */
  public static String text(ArchiveEntry entry) {
    return new String(((RawMail) entry).bytes(), StandardCharsets.ISO_8859_1);
  }
}
