package reroll.connectors.archive.imap;

import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * How many mails the open mailbox has, as the server tells it between all else, and how many were
 * there when it was last read. Used by one thread at a time.
 */
final class MailCount implements ResponseHandler {
  private long exists;
  private long read;

  /** A mailbox was opened, with so many mails. */
  void opened(long mails) {
    exists = mails;
    read = mails;
  }

  /** What is there now is about to be read. */
  void reading() {
    read = exists;
  }

  /** Whether the number grew since; servers repeat it where nothing is new. */
  boolean hasNews() {
    return exists != read;
  }

  @Override
  public void handleResponse(Response response) {
    if (!(response instanceof IMAPResponse imap) || !imap.isUnTagged()) {
      return;
    }
    if (imap.keyEquals("EXISTS")) {
      exists = imap.getNumber();
    } else if (imap.keyEquals("EXPUNGE")) {
      exists--;
      read--;
    }
  }
}
