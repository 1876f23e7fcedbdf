package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The addresses of one inbox (PublicInbox/WWW.pm). Immutable.
 *
 * @param text where the inbox is, with a slash at its end
 */
record InboxUrl(String text) {
  /** As {@code ?t=} has it (PublicInbox/View.pm, paginate_recent). */
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static InboxUrl of(URI url) {
    String whole = url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    return new InboxUrl(whole.endsWith("/") ? whole : whole + "/");
  }

  URI feed() {
    return at("new.atom");
  }

  /** The oldest mails that were received at {@code second} or later; or the newest of all. */
  URI feedFrom(Instant second) {
    return at("new.atom?t=" + SECOND.format(second) + "-");
  }

  /** The newest mails that were received at {@code second} or before. */
  URI feedUpTo(Instant second) {
    return at("new.atom?t=" + SECOND.format(second));
  }

  URI raw(EscapedId id) {
    return at(id.text() + "/raw");
  }

  URI thread(EscapedId id) {
    return at(id.text() + "/t.mbox.gz");
  }

  /** All mails, in the order in which they came. */
  URI everything() {
    return at("all.mbox.gz");
  }

  /** For POST: all mails that fit, the latest to come first. */
  URI search(String query) {
    StringBuilder escaped = new StringBuilder();
    for (byte each : query.getBytes(UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      escaped.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return at("?q=" + escaped + "&x=m");
  }

  private URI at(String rest) {
    return URI.create(text + rest);
  }
}
