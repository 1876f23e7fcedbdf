package reroll.bot.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reroll.bot.mail.Counter;
import reroll.bot.mail.DiffForm;
import reroll.bot.mail.Mail;
import reroll.bot.mail.Mail.Defect;
import reroll.bot.mail.PatchSubject;
import reroll.bot.mail.PatchText;
import reroll.bot.mail.Person;

/**
 * A patch in the form in which patches are compared: what git-range-diff(1) compares, too, where
 * the lines at which hunks stand do not count. Immutable.
 *
 * @param number among its series, as its subject says
 * @param author as the commit will name them
 * @param message of the commit, the title left out
 * @param code for each file its name, then its hunks, each below a line with its surroundings
 * @param cut whether it is longer than {@link DiffForm#MAX_LINES} or than what is read of a mail,
 *     and the rest left out
 */
public record PatchForm(
    String number,
    String title,
    String author,
    List<String> message,
    List<String> code,
    boolean cut) {
  static final int MAX_MESSAGE_LINES = 1_000;

  public PatchForm {
    message = List.copyOf(message);
    code = List.copyOf(code);
  }

  /**
   * Reads a patch mail.
   *
   * @param subject as it was understood when the mail came in
   */
  public static PatchForm of(Mail mail, PatchSubject subject, Person author) {
    PatchText text = PatchText.of(mail);
    DiffForm diff = DiffForm.of(mail);
    return new PatchForm(
        subject.counter().map(Counter::position).orElse("1"),
        subject.title(),
        author.toString(),
        text.message()
            .lines()
            .limit(MAX_MESSAGE_LINES)
            .map(line -> bounded(line).stripTrailing())
            .toList(),
        diff.lines(),
        diff.cut() || mail.defects().contains(Defect.CUT));
  }

  /** The rest of what is no prose adds nothing that anybody reads. */
  private static String bounded(String line) {
    return line.length() <= DiffForm.MAX_LINE_CHARS
        ? line
        : line.substring(0, DiffForm.MAX_LINE_CHARS);
  }

  /** Equal for titles that people hold to be the same. */
  String titleKey() {
    return title.strip().toLowerCase(Locale.ROOT);
  }

  /** All of it, as git-range-diff(1) lays it out. */
  List<String> lines() {
    List<String> all = new ArrayList<>(message.size() + code.size() + 8);
    all.add(" ## Metadata ##");
    all.add("Author: " + author);
    all.add("");
    all.add(" ## Commit message ##");
    all.add("    " + title);
    all.add("");
    message.forEach(line -> all.add(line.isEmpty() ? "" : "    " + line));
    for (String line : code) {
      if (line.startsWith(DiffForm.FILE)) {
        all.add("");
      }
      all.add(line);
    }
    return all;
  }

  /** The lines that it adds and removes, with their signs. */
  List<String> changedLines() {
    return code.stream().filter(PatchForm::isChange).toList();
  }

  private static boolean isChange(String line) {
    return line.startsWith("+") || line.startsWith("-");
  }
}
