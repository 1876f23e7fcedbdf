package reroll.bot.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a robot found in a posting (PROTOCOLS E.3), as far as its mail can be understood. Immutable.
 *
 * @param robot what people call it
 */
public record RobotReport(String robot, Verdict verdict) {
  /** What it comes to. */
  public enum Verdict {
    GOOD,
    BAD,
    /** It said something else. */
    OTHER
  }

  private static final Pattern GOOD =
      Pattern.compile(
          "\\b(?:did not trigger any issue|no issues? found|build success|success\\b|passed\\b"
              + "|all (?:checks|tests) (?:pass|ok))",
          Pattern.CASE_INSENSITIVE);

  /** One of these is in all that is good: logs that hold none are passed by at little cost. */
  private static final WordScan PRAISE =
      new WordScan("did not", "no issue", "success", "passed", "all checks", "all tests");

  private static final Pattern BAD =
      Pattern.compile(
          "\\b(?:noticed the following|build (?:warning|error|fail)|still triggers? (?:an )?issue"
              + "|triggered an issue|fail(?:ed|ure|s)?\\b|error:|warning:|regression|issues? found"
              + "|crash)",
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_NAME_CHARS = 40;

  /** A report says at its top what it found; below stand logs, often for pages. */
  private static final int MAX_READ_CHARS = 8_000;

  /** What a robot's own mail says; empty for one by a person. */
  static Optional<RobotReport> in(Mail mail, String unquoted) {
    if (!Robots.isRobot(mail.sender())) {
      return Optional.empty();
    }
    String top = unquoted.substring(0, Math.min(unquoted.length(), MAX_READ_CHARS));
    String text = mail.subject() + "\n" + top;
    Verdict verdict =
        PRAISE.isIn(text) && GOOD.matcher(text).find()
            ? Verdict.GOOD
            : BAD.matcher(text).find() ? Verdict.BAD : Verdict.OTHER;
    return Optional.of(new RobotReport(name(mail.sender()), verdict));
  }

  private static String name(Person robot) {
    String address = robot.address().toLowerCase(Locale.ROOT);
    String name =
        address.startsWith("syzbot")
            ? "syzbot"
            : address.startsWith("lkp@") ? "0day" : robot.display();
    return name.length() <= MAX_NAME_CHARS ? name : name.substring(0, MAX_NAME_CHARS);
  }
}
