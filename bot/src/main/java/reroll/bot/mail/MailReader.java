package reroll.bot.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import reroll.bot.mail.PatchMail.LineCount;

/** Tells patch mails from replies and takes out what series need. Stateless, thread-safe. */
public final class MailReader {
  /** Robots' mails that hold a diff or a patch's name and are no patch mails. */
  private static final Pattern ROBOT_SUBJECT =
      Pattern.compile(
          "^\\s*(?:[+-] \\S+\\.patch |\\[(?:tip: |syzbot|merged|to-be-updated|obsolete|withdrawn|dropped|nacked|folded"
              + "|announce|report|ltp|failed).*|FAILED: patch|Patch \").*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STABLE_REVIEW =
      Pattern.compile(
          "\\bcommit [0-9a-f]{12,40} upstream|^\\[ ?upstream commit |\\b\\d+\\.\\d+(?:\\.\\d+)?-rc\\d+ review",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern WITHDRAWAL =
      Pattern.compile(
          "\\b(?:please,? (?:ignore|disregard|drop|skip) (?:this|these|the (?:patch|series)|it|v\\d)"
              + "|self[- ]?nak|(?:i|we)(?:'ll| will|'d like to)? withdraw)",
          Pattern.CASE_INSENSITIVE);

  /** One of these is in every review and every withdrawal; most mails hold none. */
  private static final WordScan TELLING = new WordScan("-by", "nak", "nack", "withdraw", "please");

  private static final WordScan TAKES_BACK = new WordScan("nak", "withdraw");

  private static final WordScan ASKS = new WordScan("please");
  private static final WordScan TO_PASS = new WordScan("ignore", "disregard", "drop", "skip");

  private MailReader() {}

  /** Reads what a mail means. */
  public static MailFacts read(Mail mail) {
    Optional<PatchSubject> subject = patchSubject(mail);
    if (subject.isEmpty()) {
      return reply(mail);
    }
    PatchText text = PatchText.of(mail);
    return isPatchMail(mail, subject.get(), text)
        ? patchMail(mail, subject.get(), text)
        : reply(mail);
  }

  private static Optional<PatchSubject> patchSubject(Mail mail) {
    if (ROBOT_SUBJECT.matcher(mail.subject()).matches()) {
      return Optional.empty();
    }
    Optional<PatchSubject> subject = PatchSubject.parse(mail.subject());
    return subject.isPresent() ? subject : untagged(mail);
  }

  /** A patch whose subject has no tag at all: format-patch's separator and diff tell. */
  private static Optional<PatchSubject> untagged(Mail mail) {
    boolean titled = !mail.subject().isBlank() && !mail.subject().startsWith("[");
    return titled && mail.parents().isEmpty() && isFormatted(mail.text())
        ? SubjectParser.parse("[PATCH] " + mail.subject())
        : Optional.empty();
  }

  private static boolean isFormatted(String text) {
    return text.contains("\n---\n")
        && text.contains("\nSigned-off-by: ")
        && text.contains("\ndiff --git a/");
  }

  /** Where no word says PATCH, a diff has to; or a counter that makes it a cover letter. */
  private static boolean isPatchMail(Mail mail, PatchSubject subject, PatchText text) {
    if (!subject.pull() && UnmarkedAnswer.is(mail, subject, text)) {
      return false;
    }
    return subject.marked()
        || subject.pull()
        || text.hasDiff()
        || (subject.isCover() && !isAutomatic(mail));
  }

  private static boolean isAutomatic(Mail mail) {
    return mail.headers().has("Auto-Submitted");
  }

  private static PatchMail patchMail(Mail mail, PatchSubject subject, PatchText text) {
    Optional<Diffstat> stat =
        text.hasDiff() ? Optional.empty() : Diffstat.lastIn(text.message() + "\n" + text.notes());
    return new PatchMail(
        mail.id(),
        mail.parents(),
        subject,
        text.inBodyFrom().filter(from -> !from.address().isEmpty()).orElse(mail.sender()),
        mail.sender(),
        text.hasDiff(),
        stat.map(Diffstat::files).orElse(text.diff().files()),
        lines(text, stat),
        text.diff().sketch(),
        text.changeId(),
        earlier(text),
        isStable(mail, subject, text),
        changelog(subject, text),
        ReviewTrailers.in(text.message()),
        Addressees.in(mail.headers()));
  }

  private static LineCount lines(PatchText text, Optional<Diffstat> stat) {
    Diff diff = text.diff();
    return stat.map(s -> new LineCount(s.changed(), s.added(), s.removed()))
        .orElse(new LineCount(diff.files().size(), diff.added(), diff.removed()));
  }

  private static List<EarlierVersion> earlier(PatchText text) {
    return EarlierVersion.allIn(text.message() + "\n---\n" + text.notes());
  }

  private static boolean isStable(Mail mail, PatchSubject subject, PatchText text) {
    return subject.autosel()
        || mail.headers().has("X-stable")
        || mail.headers()
            .text("X-Patchwork-Hint")
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .startsWith("ignore")
        || (!subject.trees().isEmpty()
            && (subject.tags().stream().anyMatch(tag -> tag.endsWith(".y"))
                || STABLE_REVIEW.matcher(subject.title() + "\n" + text.message()).find()));
  }

  private static Optional<String> changelog(PatchSubject subject, PatchText text) {
    boolean head = subject.counter().isEmpty() || subject.counter().get().index() <= 1;
    if (!head || !subject.version().isAfter(Version.FIRST)) {
      return Optional.empty();
    }
    return Changelog.in(text.notes(), text.message(), subject.version());
  }

  private static Reply reply(Mail mail) {
    Optional<Applied> notice = TreeNotice.in(mail);
    return notice.isPresent() ? notice(mail, notice) : answer(mail);
  }

  private static Reply answer(Mail mail) {
    String unquoted = unquoted(mail.text());
    boolean telling = TELLING.isIn(unquoted);
    return new Reply(
        mail.id(),
        mail.parents(),
        mail.sender(),
        mail.subject(),
        telling ? ReviewReader.in(unquoted, mail.sender()) : List.of(),
        mail.parents().isEmpty() ? Optional.empty() : Applied.in(mail, unquoted),
        mail.parents().isEmpty() ? Optional.empty() : RobotReport.in(mail, unquoted),
        telling && withdraws(unquoted));
  }

  /** The trailers in it are the patch's own. */
  private static Reply notice(Mail mail, Optional<Applied> applied) {
    return new Reply(
        mail.id(),
        TreeNotice.about(mail),
        mail.sender(),
        mail.subject(),
        List.of(),
        applied,
        Optional.empty(),
        false);
  }

  private static boolean withdraws(String unquoted) {
    boolean mayBe = TAKES_BACK.isIn(unquoted) || (ASKS.isIn(unquoted) && TO_PASS.isIn(unquoted));
    return mayBe && WITHDRAWAL.matcher(unquoted).find();
  }

  /** What the writer says: no quotes, nothing below a signature. */
  static String unquoted(String text) {
    StringBuilder out = new StringBuilder();
    Lines lines = new Lines(text);
    int said = 0; // all that was said before here is taken
    int end = text.length();
    while (lines.next() && end == text.length()) {
      if (lines.startsWith("-- ") && lines.length() == 3) {
        end = lines.start();
      } else if (lines.length() > 0 && (lines.charAt(0) == '>' || lines.charAt(0) == '|')) {
        out.append(text.substring(said, lines.start()));
        said = lines.nextStart();
      }
    }
    return out.append(text.substring(said, end)).toString();
  }
}
