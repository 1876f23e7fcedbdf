package reroll.connectors.archive.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * Which mails of a mailbox are meant: those with the list's List-Id (RFC 2919); those without any
 * that are addressed to it, such as copies that were sent to people directly. Immutable.
 */
record ListFilter(Optional<String> listId, Optional<String> address) {
  /** The headers that are looked at. */
  static final String HEADERS = "LIST-ID TO CC";

  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

  ListFilter {
    listId = listId.map(ListFilter::lower);
    address = address.map(ListFilter::lower);
  }

  boolean takesAll() {
    return listId.isEmpty() && address.isEmpty();
  }

  /** Whether a mail with these headers is meant. Takes time in proportion to their length. */
  boolean takes(String headers) {
    List<String> ids = new ArrayList<>();
    boolean addressed = takesAll();
    for (String line : FOLD.matcher(headers).replaceAll(" ").lines().toList()) {
      int colon = Math.max(0, line.indexOf(':'));
      String value = lower(line.substring(colon));
      switch (lower(line.substring(0, colon))) {
        case "list-id" -> ids.add(idIn(value.substring(1)));
        case "to", "cc" -> addressed |= holdsAddress(value);
        default -> {}
      }
    }
    return (listId.isPresent() && !ids.isEmpty()) ? ids.contains(listId.get()) : addressed;
  }

  /** Some write the id alone, without brackets. */
  private static String idIn(String value) {
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', Math.max(0, open));
    return (open >= 0 && close > open ? value.substring(open + 1, close) : value).strip();
  }

  private boolean holdsAddress(String value) {
    StringTokenizer words = new StringTokenizer(value, " \t<>,;:\"()");
    while (words.hasMoreTokens()) {
      if (address.filter(words.nextToken()::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
