package reroll.connectors.archive.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a mail is read again: its id, and its number among the mails of this id, as ids are used
 * twice now and then. Immutable.
 */
record MailRef(EscapedId id, int number) {
  /** An escaped id never holds the sign. */
  private static final Pattern FORM = Pattern.compile("([^#]+)(?:#(\\d{1,3}))?");

  static Optional<MailRef> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int number = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    return EscapedId.ofText(parts.group(1)).map(id -> new MailRef(id, number));
  }

  String text() {
    return number == 0 ? id.text() : id.text() + "#" + number;
  }
}
