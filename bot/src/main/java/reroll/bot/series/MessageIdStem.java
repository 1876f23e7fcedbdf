package reroll.bot.series;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.MessageId;

/**
 * What the Message-IDs of one run of a sending tool have in common: git-send-email and b4 count the
 * mails of a run, so that the rest of the id is equal. A run of one mail, number 1, says nothing:
 * some people send each patch by itself.
 */
final class MessageIdStem {
  /** {@code 20260302101500.4711-3-ann@example.org}: time, process, number, user. */
  private static final Pattern GIT = Pattern.compile("(\\d{8,14}\\.\\d+)-(?!1-)\\d+-([^@]*@.+)");

  /** {@code cover.1700000000.git.ann@example.org} and {@code HASH.1700000000.git.ann@...}. */
  private static final Pattern FORMAT_PATCH = Pattern.compile("[^.]+\\.(\\d{9,10}\\.git\\..+)()");

  private MessageIdStem() {}

  /** False where both ids show the run they come from and the runs differ. */
  static boolean mayBeOneRun(MessageId a, MessageId b) {
    Optional<String> left = of(a);
    Optional<String> right = of(b);
    return left.isEmpty() || right.isEmpty() || left.equals(right);
  }

  private static Optional<String> of(MessageId id) {
    for (Pattern pattern : new Pattern[] {GIT, FORMAT_PATCH}) {
      Matcher matcher = pattern.matcher(id.value());
      if (matcher.matches()) {
        return Optional.of(matcher.group(1) + matcher.group(2));
      }
    }
    return Optional.empty();
  }
}
