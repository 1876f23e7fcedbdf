package reroll.bot.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the subjects of patch mails. All leading brackets are taken apart into words, whatever
 * their order and however they are glued; what a word means is {@link TagWords}' business.
 */
final class SubjectParser {
  /**
   * Prefixes of replies and forwards in the languages of the archives, with some mailers' counters.
   */
  private static final Pattern ANSWER =
      Pattern.compile(
          "^\\s*(?:re|aw|sv|vs|ynt|odp|antw|antwort|tr|fwd?|fw|wg|rv|enc"
              + "|回复|回覆|答复|答覆|转发|轉寄)"
              + "\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?\\s*[:：]",
          Pattern.CASE_INSENSITIVE);

  /** The same behind brackets, where a short word can also be the subsystem of a title. */
  private static final Pattern ANSWER_BEHIND_TAGS =
      Pattern.compile("^(?:re|aw|antw|回复|回覆|答复|答覆)\\s*[:：]", Pattern.CASE_INSENSITIVE);

  /**
   * Some other language's prefix: short letters and a colon right before a bracket (as b4 sees it).
   */
  private static final Pattern FOREIGN_ANSWER =
      Pattern.compile("^\\s*\\p{L}{2,3}\\s*[:：]\\s*\\[[^\\]]*patch", Pattern.CASE_INSENSITIVE);

  /** A counter that the author wrote behind the brackets. */
  private static final Pattern LOOSE_COUNTER =
      Pattern.compile("^\\(?(\\d{1,5}/\\d{1,5})\\)?\\s*[:)-]\\s*(\\S.*)$");

  /** A bare {@code v2} at the end is no version: titles end in "cgroup v2" and "GIC v3". */
  private static final Pattern TITLE_VERSION =
      Pattern.compile(
          "(?:^v(\\d{1,3}):\\s+\\S.*|.*\\S\\s*\\(v(\\d{1,3})\\))$", Pattern.CASE_INSENSITIVE);

  private SubjectParser() {}

  static Optional<PatchSubject> parse(String subject) {
    if (ANSWER.matcher(subject).find() || FOREIGN_ANSWER.matcher(subject).find()) {
      return Optional.empty();
    }
    List<String> groups = new ArrayList<>();
    String title = subject.substring(takeBrackets(subject, groups)).strip();
    if (groups.isEmpty() || ANSWER_BEHIND_TAGS.matcher(title).find()) {
      return Optional.empty();
    }
    TagWords words = new TagWords();
    groups.forEach(words::addGroup);
    Matcher loose = LOOSE_COUNTER.matcher(title);
    if (words.counter().isEmpty() && loose.matches() && words.addCounter(loose.group(1))) {
      title = loose.group(2);
    }
    return words.sayPatch() ? Optional.of(withTitle(words, title)) : Optional.empty();
  }

  /** Collects the leading bracket groups; brackets within brackets belong to the outer ones. */
  private static int takeBrackets(String subject, List<String> groups) {
    int at = skipBlanks(subject, 0);
    while (at < subject.length() && subject.charAt(at) == '[') {
      int end = closing(subject, at);
      if (end < 0) {
        return at;
      }
      groups.add(subject.substring(at + 1, end).replace('[', ' ').replace(']', ' '));
      at = skipBlanks(subject, end + 1);
    }
    return at;
  }

  private static int closing(String subject, int open) {
    int depth = 0;
    for (int i = open; i < subject.length(); i++) {
      char c = subject.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return subject.indexOf(']', open);
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * A version in the title counts only where the tags give none, and only where the title is that
   * of the whole: a patch of many carries the version of its own history there.
   */
  private static PatchSubject withTitle(TagWords words, String title) {
    boolean ofTheWhole = words.counter().map(Counter::isCover).orElse(true);
    Optional<Version> inTitle = ofTheWhole ? titleVersion(title) : Optional.empty();
    return words.toSubject(words.version().or(() -> inTitle).orElse(Version.FIRST), title);
  }

  private static Optional<Version> titleVersion(String title) {
    Matcher matcher = TITLE_VERSION.matcher(title);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    return major == 0 ? Optional.empty() : Optional.of(Version.of(major));
  }
}
