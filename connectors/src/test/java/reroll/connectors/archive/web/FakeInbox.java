package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/**
 * One inbox of a public-inbox-httpd 1.9, as strict as that is, on a real socket. The rules are
 * those of WWW.pm, View.pm (paginate_recent), Mbox.pm and SearchView.pm. Thread-safe.
 */
final class FakeInbox implements AutoCloseable {
  static final int PAGE = 25;

  private static final Pattern RANGE = Pattern.compile("rt:(\\d{5,})\\.\\.(\\d*)");
  private static final Pattern PHRASE = Pattern.compile("(nq|s|f):\"([^\"]*)\"");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final MockWebServer server = new MockWebServer();
  private final List<StoredMail> mails = new CopyOnWriteArrayList<>();

  /** Method, path and query of what was asked. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private volatile boolean searchable = true;
  private volatile int lag;
  private volatile Predicate<String> broken = request -> false;
  private volatile Supplier<MockResponse> instead = () -> text(503, "too busy");
  private volatile Runnable before = () -> {};
  private int numbers;

  FakeInbox() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.setServerSocketFactory(new PromptSockets());
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return server.url("/list/").uri();
  }

  synchronized void deliver(String mail, Instant second) {
    List<String> ids = new ArrayList<>();
    Matcher id = Pattern.compile("(?im)^Message-ID: <([^>]+)>").matcher(mail);
    while (id.find()) {
      ids.add(id.group(1));
    }
    numbers++;
    String text = mail;
    if (ids.isEmpty() || mails.stream().anyMatch(m -> m.ids().contains(ids.get(0)))) {
      String own = "20260302." + numbers + "@z"; // as V2Writable.pm and Import.pm append one
      int end = mail.indexOf("\n\n");
      text = mail.substring(0, end) + "\nMessage-ID: <" + own + ">" + mail.substring(end);
      ids.add(own);
    }
    mails.add(new StoredMail(numbers, List.copyOf(ids), text, second));
  }

  List<StoredMail> mails() {
    return mails;
  }

  void remove(StoredMail mail) {
    mails.remove(mail);
  }

  void withoutIndex() {
    searchable = false;
  }

  /** The newest mails that the index has not got so far. */
  void indexLagsBy(int count) {
    lag = count;
  }

  /** Answers the requests that fit (method, path and query) with something else. */
  void breakOn(Predicate<String> request, Supplier<MockResponse> answer) {
    broken = request;
    instead = answer;
  }

  void heal() {
    broken = request -> false;
  }

  /** Happens on the server before each request. */
  void beforeEach(Runnable event) {
    before = event;
  }

  private MockResponse answer(RecordedRequest request) {
    String target = request.getTarget();
    String line = request.getMethod() + " " + target;
    asked.add(line);
    before.run();
    if (broken.test(line)) {
      return instead.get();
    }
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    if (!path.startsWith("/list/")) {
      return text(404, "Not Found");
    }
    String rest = path.substring("/list/".length());
    return switch (request.getMethod()) {
      case "GET" -> get(rest, query);
      case "POST" -> search(query);
      default -> text(405, "");
    };
  }

  private MockResponse get(String path, String query) {
    if (path.equals("new.atom")) {
      List<StoredMail> page = page(parameter(query, "t"));
      return page.isEmpty() ? text(404, "No feed found for thread\n") : atom(page);
    }
    if (path.equals("all.mbox.gz")) {
      return mboxGz(mails);
    }
    if (path.isEmpty()) {
      return html(200, "<pre>messages</pre>"); // x=m is ignored
    }
    int slash = path.indexOf('/');
    String id = unescape(slash < 0 ? path : path.substring(0, slash));
    List<StoredMail> found = mails.stream().filter(mail -> mail.ids().contains(id)).toList();
    return switch (slash < 0 ? "" : path.substring(slash + 1)) {
      case "raw" -> found.isEmpty() ? text(404, "Not Found") : raw(found);
      case "t.mbox.gz" -> found.isEmpty() ? text(404, "") : mboxGz(thread(found.get(0)));
      default -> html(300, "Multiple Choices");
    };
  }

  /** View.pm paginate_recent and Over.pm recent; ties come as SQLite walks its index. */
  private List<StoredMail> page(Optional<String> t) {
    Comparator<StoredMail> order =
        Comparator.comparing(StoredMail::second).thenComparing(StoredMail::number);
    Matcher time = Pattern.compile("(\\d{8,14})(-?)").matcher(t.orElse(""));
    List<StoredMail> newest = mails.stream().sorted(order.reversed()).limit(PAGE).toList();
    if (!time.matches()) {
      return newest;
    }
    Instant second = LocalDateTime.parse(time.group(1), TIME).toInstant(ZoneOffset.UTC);
    if (time.group(2).isEmpty()) {
      return mails.stream()
          .filter(mail -> !mail.second().isAfter(second))
          .sorted(order.reversed())
          .limit(PAGE)
          .toList();
    }
    List<StoredMail> page =
        mails.stream()
            .filter(mail -> !mail.second().isBefore(second))
            .sorted(order)
            .limit(PAGE)
            .toList();
    return page.size() < PAGE ? newest : page;
  }

  /** Those of the same subject are in it, too (Over.pm get_thread). */
  private List<StoredMail> thread(StoredMail mail) {
    String subject = subject(mail);
    return mails.stream()
        .filter(
            other ->
                subject(other).equals(subject)
                    || mail.ids().stream().anyMatch(id -> other.text().contains("<" + id + ">")))
        .toList();
  }

  private static String subject(StoredMail mail) {
    Matcher subject = Pattern.compile("(?m)^Subject: (?:Re: )?(.*)$").matcher(mail.text());
    return subject.find() ? subject.group(1) : "";
  }

  private MockResponse search(String query) {
    Optional<String> q = parameter(query, "q").filter(words -> !words.isBlank());
    if (!searchable) {
      return html(501, "<pre>Search is not available for this public-inbox</pre>");
    }
    if (q.isEmpty() || !parameter(query, "x").equals(Optional.of("m"))) {
      return text(404, "No results found\n");
    }
    String left = PHRASE.matcher(RANGE.matcher(q.get()).replaceAll("")).replaceAll("");
    if (!left.replace("AND", "").isBlank()) {
      return text(500, "syntax error: " + left);
    }
    List<StoredMail> found =
        mails.stream()
            .filter(mail -> mail.number() <= numbers - lag)
            .filter(mail -> fits(mail, q.get()))
            .sorted(Comparator.comparing(StoredMail::number).reversed())
            .toList();
    return found.isEmpty() ? text(404, "No results found\n") : mboxGz(found);
  }

  private static boolean fits(StoredMail mail, String query) {
    Matcher range = RANGE.matcher(query);
    while (range.find()) {
      long second = mail.second().getEpochSecond();
      boolean late = !range.group(2).isEmpty() && second > Long.parseLong(range.group(2));
      if (second < Long.parseLong(range.group(1)) || late) {
        return false;
      }
    }
    Matcher phrase = PHRASE.matcher(query);
    while (phrase.find()) {
      String where =
          switch (phrase.group(1)) {
            case "s" -> subject(mail);
            case "f" -> mail.text().replaceAll("(?s).*?^From: ([^\n]*).*", "$1");
            default -> mail.text().substring(mail.text().indexOf("\n\n"));
          };
      if (!words(where).contains(words(phrase.group(2)))) {
        return false;
      }
    }
    return true;
  }

  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip() + " ";
  }

  private static Optional<String> parameter(String query, String name) {
    for (String pair : query.split("[&;]", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), UTF_8));
      }
    }
    return Optional.empty();
  }

  /** Percent escapes alone: plus means plus (URI::Escape). */
  static String unescape(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  /** MID.pm mid_escape. */
  static String escape(String id) {
    StringBuilder escaped = new StringBuilder();
    for (byte each : id.getBytes(UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = String.valueOf(c).matches("[A-Za-z0-9\\-._~!$&'()*+,;=:@]");
      escaped.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return escaped.toString();
  }

  private MockResponse atom(List<StoredMail> page) {
    StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"us-ascii\"?>\n");
    feed.append("<feed\nxmlns=\"http://www.w3.org/2005/Atom\"\n")
        .append("xmlns:thr=\"http://purl.org/syndication/thread/1.0\"><title>list</title>")
        .append(
            "<link\nrel=\"alternate\"\ntype=\"text/html\"\nhref=\"https://else.example/list/\"/>")
        .append("<id>mailto:list@example.org</id><updated>2026-03-01T00:00:00Z</updated>");
    for (StoredMail mail : page) {
      String id = escape(mail.ownId()).replace("&", "&#38;").replace("'", "&#39;");
      feed.append("<entry><author><name>A</name><email>a@x</email></author><title>t</title>")
          .append("<updated>" + mail.second() + "</updated>")
          .append("<link\nhref=\"https://else.example/list/" + id + "/\"/>")
          .append("<id>urn:uuid:0</id><thr:in-reply-to\nref=\"urn:uuid:1\"\n")
          .append("href=\"https://else.example/list/parent@example.org/\"/>")
          .append("<content\ntype=\"xhtml\"><div\nxmlns=\"http://www.w3.org/1999/xhtml\"><pre>")
          .append("<a\nhref=\"https://else.example/list/quoted@example.org/\">l</a> &gt; text")
          .append("<link\nhref=\"https://else.example/list/inner@example.org/\"/>")
          .append("</pre></div></content></entry>");
    }
    return chunked(200, "application/atom+xml", feed.append("</feed>").toString().getBytes(UTF_8));
  }

  private static MockResponse raw(List<StoredMail> found) {
    return chunked(200, "text/plain; charset=utf-8", mbox(found));
  }

  static byte[] mbox(List<StoredMail> found) {
    StringBuilder mbox = new StringBuilder();
    for (StoredMail mail : found) {
      mbox.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n")
          .append(mail.text().replaceAll("(?m)^(>*From )", ">$1"))
          .append('\n');
    }
    return mbox.toString().getBytes(ISO_8859_1);
  }

  private static MockResponse mboxGz(List<StoredMail> found) {
    return chunked(200, "application/gzip", gzip(mbox(found)));
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static MockResponse chunked(int status, String type, byte[] body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", type)
        .chunkedBody(new Buffer().write(body), 8192)
        .build();
  }

  static MockResponse text(int status, String body) {
    return chunked(status, "text/plain", body.getBytes(UTF_8));
  }

  static MockResponse html(int status, String body) {
    return chunked(status, "text/html; charset=UTF-8", body.getBytes(UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
