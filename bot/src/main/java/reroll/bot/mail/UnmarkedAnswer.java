package reroll.bot.mail;

import java.util.regex.Pattern;

/**
 * An answer that is titled like a patch mail, for some mailers write no {@code Re:}. Where there is
 * no patch, quotes tell it, or a tag that nobody gives to work of their own.
 */
final class UnmarkedAnswer {
  private static final Pattern QUOTE = Pattern.compile("^> ?\\S", Pattern.MULTILINE);

  /** The line above a quote of the writer's own level. */
  private static final Pattern WROTE =
      Pattern.compile("^[^>\\n]{0,200}\\bwrote:\\s*$", Pattern.MULTILINE);

  /** Who says more than that something was tested may be its author. */
  private static final int MAX_TESTED_CHARS = 300;

  private UnmarkedAnswer() {}

  static boolean is(Mail mail, PatchSubject subject, PatchText text) {
    if (mail.parents().isEmpty() || text.hasDiff() || hasDiffstat(text)) {
      return false;
    }
    boolean quotes = QUOTE.matcher(mail.text()).find() && !(subject.isCover() && goesOn(mail));
    return quotes || judges(mail);
  }

  private static boolean hasDiffstat(PatchText text) {
    return Diffstat.lastIn(text.message() + "\n" + text.notes()).isPresent();
  }

  /** A cover letter may quote the one before it; then nobody else is named as the writer. */
  private static boolean goesOn(Mail mail) {
    return WROTE.matcher(mail.text()).results().allMatch(line -> isBySender(line.group(), mail));
  }

  private static boolean isBySender(String attribution, Mail mail) {
    return !mail.sender().name().isEmpty() && attribution.contains(mail.sender().name());
  }

  private static boolean judges(Mail mail) {
    String said = MailReader.unquoted(mail.text());
    return ReviewReader.in(said, mail.sender()).stream()
        .filter(review -> review.by().address().equalsIgnoreCase(mail.sender().address()))
        .anyMatch(review -> isForOthers(review, said));
  }

  private static boolean isForOthers(Review review, String said) {
    return switch (review.kind()) {
      case "Reviewed-by", "Acked-by" -> true;
      case "Tested-by" -> said.length() <= MAX_TESTED_CHARS;
      default -> false;
    };
  }
}
