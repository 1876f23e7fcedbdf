package reroll.connectors.chat.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's own markup, in which {@code & < >} are the only characters with a meaning of their own.
 */
final class Mrkdwn {
  /** {@code <@U1>}, {@code <#C1|name>}, {@code <!here>}, {@code <https://…|label>}. */
  private static final Pattern ANGLES =
      Pattern.compile("<([^<>|]{1,4000})(?:\\|([^<>]{0,4000}))?>");

  private Mrkdwn() {}

  /** Text of strangers: no mention and no link begins in it. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What a person typed, as it reads: links as they were typed, mentions with their sign. */
  static String read(String markup) {
    Matcher angles = ANGLES.matcher(markup);
    StringBuilder out = new StringBuilder();
    while (angles.find()) {
      String label = angles.group(2) == null ? "" : angles.group(2);
      angles.appendReplacement(out, Matcher.quoteReplacement(meant(angles.group(1), label)));
    }
    angles.appendTail(out);
    // In this order: "&amp;lt;" is what "&lt;" became.
    return out.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String meant(String target, String label) {
    return switch (target.charAt(0)) {
      case '@' -> "@" + (label.isEmpty() ? target.substring(1) : label);
      case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
      case '!' -> special(target, label);
      default -> link(target, label);
    };
  }

  private static String special(String target, String label) {
    String word = target.substring(1).replaceFirst("\\^.*", "");
    return label.isEmpty() ? "@" + word : label;
  }

  /**
   * Slack makes links of addresses and Message-IDs that people type: the label is what was typed. A
   * link that somebody made by hand hides where it leads; the address is what counts then.
   */
  private static String link(String target, String label) {
    boolean typed = target.equals("mailto:" + label) || target.endsWith("://" + label);
    return typed ? label : target;
  }
}
