package reroll.bot.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link that an author gives to an earlier version of the same work. Immutable.
 *
 * @param version what the author calls it; empty where only the link says it
 * @param id the mail that it names
 */
public record EarlierVersion(Optional<Version> version, MessageId id) {
  /** A cover with more links than this is read to here. */
  static final int MAX_LINKS = 40;

  private static final int MAX_LABEL_CHARS = 40;

  /** {@code Link to v3: URL}, {@code v2: URL}, {@code - RFC v1 (URL)}, {@code [v1] URL}. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "^[\\s*•[-]]*+(?:\\[\\d+]\\s*)?(?:link (?:to )?)?(?:(?:the|previous|patch(?:set)?|series|rfc) )*"
              + "\\[?(?:rfc[ -]?)?v(\\d{1,3})(?:\\.(\\d))?]?(?:[ -]?rfc)?"
              + "(?:\\s*\\([^)]{0,40}\\))?\\s*(?:[:=@(-]|->)*\\s*(?=<?https?://|<[^<>\\s]+@)(.*)$",
          Pattern.CASE_INSENSITIVE);

  /** {@code RFC: URL}, {@code Link to RFC: URL}. */
  private static final Pattern RFC =
      Pattern.compile(
          "^[\\s*•[-]]*+(?:link (?:to )?)?(?:the )?rfc\\s*[:=-]+\\s*(?=<?https?://|<[^<>\\s]+@)(.*)$",
          Pattern.CASE_INSENSITIVE);

  /** A label that stands by itself, with its URL on the next line. */
  private static final Pattern LABEL_ABOVE =
      Pattern.compile(
          "^[\\s*•[-]]*+(?:link (?:to )?)?(?:changes (?:in|since) )?(?:rfc[ -]?)?v(\\d{1,3})(?:\\.(\\d))?"
              + "(?:[ -]?rfc)?\\s*[:=-]*\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern URL_LINE =
      Pattern.compile(
          "^[\\s*•[-]]*+(?:link\\s*:\\s*)?<?(https?://\\S+)\\s*$", Pattern.CASE_INSENSITIVE);

  /** {@code Supersedes: ID}, {@code Previous version: URL}. */
  private static final Pattern UNLABELLED =
      Pattern.compile(
          "^[\\s*•[-]]*+(?:supersedes|obsoletes|replaces|(?:link to )?(?:the )?(?:previous|prior|last|old)"
              + "(?: (?:version|posting|submission|series|patch(?:set)?|revision))?(?: was)?)\\s*[:=]"
              + "\\s*(?=<?https?://|<?[^<>\\s]+@)(.*)$",
          Pattern.CASE_INSENSITIVE);

  /** All such links in a text, in its order. */
  static List<EarlierVersion> allIn(String text) {
    List<EarlierVersion> links = new ArrayList<>();
    Optional<Version> labelAbove = Optional.empty();
    Lines lines = new Lines(text);
    while (lines.next() && links.size() < MAX_LINKS) {
      if (lines.length() > 400 || lines.length() < 2 || isDiffOrQuote(lines)) {
        continue;
      }
      String line = lines.line();
      Optional<EarlierVersion> link = link(line, labelAbove);
      link.ifPresent(links::add);
      if (!lines.isBlank()) {
        labelAbove = label(line);
      }
    }
    return List.copyOf(links);
  }

  private static boolean isDiffOrQuote(Lines line) {
    return line.charAt(0) == '>' || line.charAt(0) == '|' || line.charAt(0) == '+';
  }

  private static Optional<EarlierVersion> link(String line, Optional<Version> labelAbove) {
    if (line.indexOf('@') < 0 && line.indexOf("%40") < 0) {
      return Optional.empty();
    }
    Matcher labelled = LABELLED.matcher(line);
    if (labelled.matches()) {
      return to(version(labelled), labelled.group(3));
    }
    Matcher rfc = RFC.matcher(line);
    if (rfc.matches()) {
      return to(Optional.empty(), rfc.group(1));
    }
    Matcher unlabelled = UNLABELLED.matcher(line);
    if (unlabelled.matches()) {
      return to(Optional.empty(), unlabelled.group(1));
    }
    Matcher url = URL_LINE.matcher(line);
    return labelAbove.isPresent() && url.matches()
        ? to(labelAbove, url.group(1))
        : Optional.empty();
  }

  private static Optional<EarlierVersion> to(Optional<Version> version, String target) {
    return MessageId.firstIn(target).map(id -> new EarlierVersion(version, id));
  }

  private static Optional<Version> label(String line) {
    if (line.length() > MAX_LABEL_CHARS || !Version.mayStandIn(line)) {
      return Optional.empty();
    }
    Matcher matcher = LABEL_ABOVE.matcher(line);
    return matcher.matches() ? version(matcher) : Optional.empty();
  }

  private static Optional<Version> version(Matcher matcher) {
    int major = Integer.parseInt(matcher.group(1));
    int minor = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return major == 0 ? Optional.empty() : Optional.of(new Version(major, minor));
  }
}
