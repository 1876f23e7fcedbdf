package reroll.connectors.archive.files;

import java.util.regex.Pattern;

/** Writes mails as they stand in an mbox. */
final class Mboxrd {
  /** As public-inbox writes it, which tells no date. */
  static final String SEPARATOR = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

  private static final Pattern FROM = Pattern.compile("(?m)^(>*From )");

  private Mboxrd() {}

  static String of(String... mails) {
    StringBuilder mbox = new StringBuilder();
    for (String mail : mails) {
      mbox.append(SEPARATOR).append(FROM.matcher(mail).replaceAll(">$1")).append('\n');
    }
    return mbox.toString();
  }
}
