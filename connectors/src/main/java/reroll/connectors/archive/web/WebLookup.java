package reroll.connectors.archive.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.archive.web.Inbox.Reply;
import reroll.connectors.port.ConnectorException;

/** Asks the pages of one inbox, or of the index over all of a server's. Thread-safe. */
final class WebLookup implements ArchiveLookup {
  /** What one question may bring together; a thread of people has some 5 MB. */
  static final int MAX_BYTES = 32 << 20;

  private static final Logger log = LoggerFactory.getLogger(WebLookup.class);

  private final Inbox inbox;
  private final AtomicBoolean told = new AtomicBoolean();

  WebLookup(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public Optional<RawMail> mail(String messageId) throws ConnectorException, InterruptedException {
    Optional<EscapedId> id = EscapedId.of(messageId);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return inbox.raw(id.get()).stream().findFirst().map(WebLookup::entry);
  }

  @Override
  public List<RawMail> thread(String messageId) throws ConnectorException, InterruptedException {
    Optional<EscapedId> id = EscapedId.of(messageId);
    if (id.isEmpty()) {
      return List.of();
    }
    Taken taken = new Taken();
    inbox.thread(id.get(), taken::add);
    return StrictThread.of(id.get(), taken.mails).stream().map(WebLookup::entry).toList();
  }

  @Override
  public List<RawMail> search(Wanted wanted) throws ConnectorException, InterruptedException {
    Optional<String> query = SearchQuery.of(wanted);
    if (query.isEmpty()) {
      return List.of();
    }
    Taken taken = new Taken();
    if (inbox.search(query.get(), taken::add) == Reply.UNSUPPORTED && !told.getAndSet(true)) {
      log.warn("{} cannot search: earlier versions are not looked for there", inbox.url().text());
    }
    Collections.reverse(taken.mails); // the latest came first
    return taken.mails.stream().map(WebLookup::entry).toList();
  }

  private static RawMail entry(WireMail mail) {
    List<EscapedId> ids = mail.ids();
    return mail.entry(ids.isEmpty() ? "" : ids.get(ids.size() - 1).text());
  }

  /** As many mails as a look-up may give. */
  private static final class Taken {
    private final List<WireMail> mails = new ArrayList<>();
    private long bytes;

    boolean add(WireMail mail) {
      mails.add(mail);
      bytes += mail.bytes().length;
      return mails.size() < MAX_MAILS && bytes < MAX_BYTES;
    }
  }
}
