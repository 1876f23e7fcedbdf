package reroll.connectors.archive.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Http;
import reroll.connectors.http.Request;
import reroll.connectors.port.ConnectorException;

/**
 * Asks a public-inbox, and tells its answers from what stands in their place. Thread-safe as {@link
 * Http} is.
 */
final class Inbox {
  /** An id that was used for more mails than these is nobody's any more. */
  private static final int MAX_MAILS_OF_AN_ID = 100;

  private static final int MAX_RAW_BYTES = 64 << 20;

  /** More than any list has in the windows that are asked for. */
  static final long MAX_MBOX_BYTES = 2L << 30;

  private static final int MAX_ERROR_PAGE = 64 << 10;

  private static final String NO_FEED = "No feed found";
  private static final String NO_RESULTS = "No results found";

  private final InboxUrl url;
  private final Http http;
  private final Clock clock;

  Inbox(InboxUrl url, Http http, Clock clock) {
    this.url = url;
    this.http = http;
    this.clock = clock;
  }

  InboxUrl url() {
    return url;
  }

  /** What became of a question for mails. */
  enum Reply {
    FOUND,
    NOTHING,
    /** This server does not answer such questions: it has no index, or is too old. */
    UNSUPPORTED
  }

  /** Takes mails as they come. */
  @FunctionalInterface
  interface MailTaker {
    /** Whether there should be more. */
    boolean take(WireMail mail) throws IOException, ConnectorException;
  }

  /** The newest mails, mostly 25; empty while the inbox is. */
  Optional<AtomPage> newest() throws ConnectorException, InterruptedException {
    return page(Request.get(url.feed()));
  }

  /**
   * The oldest mails that were received at {@code second} or later; or, where that would not fill a
   * page, the newest of all (PublicInbox/View.pm, paginate_recent).
   */
  Optional<AtomPage> from(Instant second) throws ConnectorException, InterruptedException {
    return page(Request.get(url.feedFrom(second)));
  }

  /** The newest mails that were received at {@code second} or before. */
  Optional<AtomPage> upTo(Instant second) throws ConnectorException, InterruptedException {
    return page(Request.get(url.feedUpTo(second)));
  }

  private Optional<AtomPage> page(Request request) throws ConnectorException, InterruptedException {
    try (Answer answer = http.send(request.forLongAnswer())) {
      if (answer.status() == 404 && errorPage(answer).contains(NO_FEED)) {
        return Optional.empty();
      }
      if (answer.status() == 404 || answer.status() == 300) {
        throw ConnectorException.rejected(
            url.text()
                + " is no public-inbox: url must be the page that lists the mails of one list, as"
                + " https://lore.kernel.org/kvm/ does");
      }
      if (!answer.isOk()) {
        throw answer.failure();
      }
      if (answer.contentType().equals("text/html")) {
        throw notWhatWasAskedFor(answer, "a web page in place of its feed");
      }
      return Optional.of(new AtomPage(AtomReader.read(answer.body()), served(answer)));
    } catch (IOException e) {
      throw broken(request, e);
    }
  }

  private Instant served(Answer answer) {
    try {
      return answer
          .header("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .orElseGet(clock::instant);
    } catch (DateTimeException e) {
      return clock.instant();
    }
  }

  /** The mails that have an id, in the order in which they came; empty where there are none. */
  List<WireMail> raw(EscapedId id) throws ConnectorException, InterruptedException {
    Request request = Request.get(url.raw(id));
    try (Answer answer = http.send(request.forLongAnswer())) {
      if (answer.status() == 404 || answer.status() == 300) {
        return List.of();
      }
      if (!answer.isOk()) {
        throw answer.failure();
      }
      if (answer.contentType().equals("text/html")) {
        throw notWhatWasAskedFor(answer, "a web page in place of a mail");
      }
      List<WireMail> mails = new ArrayList<>();
      deal(
          new BoundedStream(answer.body(), MAX_RAW_BYTES, "the mail"),
          mail -> {
            mails.add(mail);
            return mails.size() < MAX_MAILS_OF_AN_ID;
          });
      return mails;
    } catch (IOException e) {
      throw broken(request, e);
    }
  }

  /** The mails that fit a query, the latest to come first. */
  Reply search(String query, MailTaker taker) throws ConnectorException, InterruptedException {
    return mbox(Request.post(url.search(query), FORM, new byte[0]), taker);
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  /** The mails of a thread, and others that share its subject, in the order in which they came. */
  Reply thread(EscapedId id, MailTaker taker) throws ConnectorException, InterruptedException {
    return mbox(Request.get(url.thread(id)), taker);
  }

  /** All mails, in the order in which they came. */
  Reply everything(MailTaker taker) throws ConnectorException, InterruptedException {
    return mbox(Request.get(url.everything()), taker);
  }

  private Reply mbox(Request request, MailTaker taker)
      throws ConnectorException, InterruptedException {
    try (Answer answer = http.send(request.forLongAnswer())) {
      if (!answer.isOk()) {
        return refusal(request, answer);
      }
      if (answer.contentType().equals("text/html")) {
        throw notWhatWasAskedFor(answer, "a web page in place of mails");
      }
      InputStream unpacked = new GZIPInputStream(answer.body(), 64 << 10);
      deal(new BoundedStream(unpacked, MAX_MBOX_BYTES, "the answer"), taker);
      return Reply.FOUND;
    } catch (IOException e) {
      throw broken(request, e);
    }
  }

  private static Reply refusal(Request request, Answer answer) throws ConnectorException {
    boolean search = request.method() == Request.Method.POST;
    return switch (answer.status()) {
      case 404 ->
          !search || errorPage(answer).contains(NO_RESULTS) ? Reply.NOTHING : Reply.UNSUPPORTED;
      case 405, 501 -> Reply.UNSUPPORTED;
      default -> throw answer.failure();
    };
  }

  private static void deal(InputStream in, MailTaker taker) throws IOException, ConnectorException {
    MboxrdReader mails = new MboxrdReader(in);
    Optional<WireMail> mail = mails.next();
    while (mail.isPresent() && taker.take(mail.get())) {
      mail = mails.next();
    }
  }

  private static String errorPage(Answer answer) throws ConnectorException {
    return new String(answer.bytes(MAX_ERROR_PAGE), StandardCharsets.UTF_8);
  }

  private static ConnectorException notWhatWasAskedFor(Answer answer, String what) {
    return ConnectorException.notSent(
        answer.url() + " shows " + what + ": is it the address of a public-inbox?", null);
  }

  private static ConnectorException broken(Request request, IOException e) {
    return ConnectorException.notSent(request.url() + " cannot be read: " + reason(e), e);
  }

  /** Half a sentence. */
  private static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "the answer ends too early";
    }
    if (e instanceof ZipException) {
      return "the answer's gzip data is damaged";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
