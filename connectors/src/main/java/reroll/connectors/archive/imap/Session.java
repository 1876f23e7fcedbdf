package reroll.connectors.archive.imap;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.Status;

/**
 * A connection on which somebody is logged in. Knows only commands that change nothing. After a
 * failure other than a refusal it is of no more use. Used by one thread at a time; {@link #close}
 * by any.
 */
final class Session implements Closeable {
  /** Enough for all answers that hold no mail and no list of UIDs. */
  static final long SMALL = 256 << 10;

  /** UIDs of two million mails. */
  private static final long UIDS = 16 << 20;

  private final Wire wire;
  private final Protocol protocol;
  private final MailCount count = new MailCount();
  private Selected selected = Selected.NONE;

  Session(Wire wire, Protocol protocol) {
    this.wire = wire;
    this.protocol = protocol;
    protocol.addResponseHandler(count);
  }

  MailCount count() {
    return count;
  }

  Selected selected() {
    return selected;
  }

  boolean canIdle() {
    return protocol.hasCapability("IDLE");
  }

  /** Opens a mailbox for reading only (RFC 3501 6.3.2), unless it is open. */
  Selected examine(String mailbox) throws ImapException {
    if (!selected.isFor(mailbox)) {
      selected = Selected.NONE;
      Response[] answer = ask("EXAMINE", protocol.mailbox(mailbox), SMALL);
      try {
        MailboxInfo info = new MailboxInfo(answer);
        selected = new Selected(mailbox, info.uidvalidity, info.uidnext);
        count.opened(info.total);
      } catch (ParsingException e) {
        throw ImapException.broken("the server answers in no form that I know", e);
      }
    }
    return selected;
  }

  /** What a mailbox holds now, open or not (RFC 3501 6.3.10). */
  Selected status(String mailbox) throws ImapException {
    Argument items = new Argument().writeAtom("UIDNEXT").writeAtom("UIDVALIDITY");
    Argument all = protocol.mailbox(mailbox).writeArgument(items);
    for (Response response : ask("STATUS", all, SMALL)) {
      if (response instanceof IMAPResponse imap && imap.keyEquals("STATUS")) {
        try {
          Status status = new Status(imap);
          return new Selected(mailbox, status.uidvalidity, status.uidnext);
        } catch (ParsingException e) {
          throw ImapException.broken("the server answers in no form that I know", e);
        }
      }
    }
    throw ImapException.broken("the server does not answer what it was asked", null);
  }

  /** Lets the server tell what is new in the open mailbox. */
  void noop() throws ImapException {
    ask("NOOP", null, SMALL);
  }

  /**
   * Searches the open mailbox.
   *
   * @param key as RFC 3501 6.4.4 has it; of plain words
   * @return the UIDs found, in their order
   */
  long[] search(String key) throws ImapException {
    Argument all = new Argument();
    Arrays.stream(key.split(" ")).forEach(all::writeAtom);
    LongStream.Builder uids = LongStream.builder();
    for (Response response : ask("UID SEARCH", all, UIDS)) {
      if (response instanceof IMAPResponse imap && imap.keyEquals("SEARCH")) {
        for (long uid = imap.readLong(); uid >= 0; uid = imap.readLong()) {
          uids.add(uid);
        }
      }
    }
    return uids.build().sorted().distinct().toArray();
  }

  /**
   * Fetches of the open mailbox.
   *
   * @param set UIDs as RFC 3501 9 writes a sequence-set
   * @param items what to fetch
   * @param budget how many bytes the server may send
   */
  FetchResponse[] fetch(String set, String items, long budget) throws ImapException {
    Response[] answer = ask("UID FETCH " + set + " (UID " + items + ")", null, budget);
    return Arrays.stream(answer)
        .filter(FetchResponse.class::isInstance)
        .map(FetchResponse.class::cast)
        .toArray(FetchResponse[]::new);
  }

  private Response[] ask(String command, Argument arguments, long budget) throws ImapException {
    wire.input().allow(budget);
    Response[] answer = protocol.command(command, arguments);
    protocol.notifyResponseHandlers(answer);
    Response last = answer[answer.length - 1];
    if (last.isOK()) {
      return answer;
    }
    throw failure(last);
  }

  /** What an answer that is no OK means; Angus tells failures of the connection as a BYE. */
  private ImapException failure(Response last) {
    return last.isBYE() || last.isSynthetic()
        ? Login.broken(wire, last)
        : ImapException.refused(Words.of(last), Words.codeOf(last));
  }

  /** How waiting for the server to speak by itself went on; see {@link NewsWait}. */
  interface Waiting<T> {
    T on(Wire wire, Protocol protocol) throws IOException, ProtocolException;
  }

  /** Lets {@code waiting} use the connection. */
  <T> T let(Waiting<T> waiting) throws ImapException {
    wire.input().allow(SMALL);
    try {
      T result = waiting.on(wire, protocol);
      wire.waitAsUsual();
      return result;
    } catch (IOException e) {
      throw ImapException.broken(Words.of(e), e);
    } catch (ProtocolException e) {
      throw e.getResponse() == null
          ? ImapException.broken("the server answers in no form that I know", e)
          : failure(e.getResponse());
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
