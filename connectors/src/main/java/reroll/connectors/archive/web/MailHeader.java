package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a mail's header as finding and ordering mails needs. Never fails. */
final class MailHeader {
  /** A real header has up to some 30 KB. */
  private static final int MAX_BYTES = 256 << 10;

  /** The server keeps no more of an id (PublicInbox/MID.pm, MAX_MID_SIZE). */
  private static final int MAX_ID_CHARS = 244;

  /** More references than any mail program writes. */
  private static final int MAX_IDS = 2_000;

  /** As PublicInbox/MID.pm takes ids out of a field. */
  private static final Pattern ID = Pattern.compile("<([^>]++)>");

  private final String text;

  MailHeader(byte[] mail) {
    this.text = new String(mail, 0, Math.min(mail.length, MAX_BYTES), ISO_8859_1);
  }

  /** The ids of the mail itself. */
  List<EscapedId> ids() {
    return ids(name -> name.equalsIgnoreCase("Message-ID"), true);
  }

  /** The mails that this one follows. */
  List<EscapedId> references() {
    return ids(
        name -> name.equalsIgnoreCase("References") || name.equalsIgnoreCase("In-Reply-To"), false);
  }

  private List<EscapedId> ids(Predicate<String> field, boolean bare) {
    List<EscapedId> ids = new ArrayList<>();
    for (String value : values(field)) {
      Matcher found = ID.matcher(value);
      boolean any = false;
      while (found.find() && ids.size() < MAX_IDS) {
        any = true;
        add(ids, found.group(1));
      }
      if (!any && bare) {
        add(ids, value.strip());
      }
    }
    return ids;
  }

  private static void add(List<EscapedId> ids, String id) {
    String whole = id.replaceAll("[\\r\\n\\t]", "");
    EscapedId.ofHeader(whole.substring(0, Math.min(whole.length(), MAX_ID_CHARS)))
        .filter(found -> !ids.contains(found))
        .ifPresent(ids::add);
  }

  /** The topmost date of a server, in seconds. */
  Optional<Instant> received() {
    return ServerDate.first(values(name -> name.equalsIgnoreCase("Received")));
  }

  /** The sender's date. */
  Optional<Instant> dated() {
    return ServerDate.first(values(name -> name.equalsIgnoreCase("Date")));
  }

  private List<String> values(Predicate<String> field) {
    List<String> values = new ArrayList<>();
    for (int at = 0; at < text.length() && !isLineEnd(at); ) {
      int next = endOfField(at);
      int colon = text.indexOf(':', at);
      if (colon > at && colon < next && field.test(text.substring(at, colon).strip())) {
        values.add(text.substring(colon + 1, next));
      }
      at = next;
    }
    return values;
  }

  private boolean isLineEnd(int at) {
    return text.startsWith("\n", at) || text.startsWith("\r\n", at);
  }

  /** A field goes on in lines that begin with white space. */
  private int endOfField(int begin) {
    int at = begin;
    do {
      int lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0) {
        return text.length();
      }
      at = lineEnd + 1;
    } while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t'));
    return at;
  }
}
