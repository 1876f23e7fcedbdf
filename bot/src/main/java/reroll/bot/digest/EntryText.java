package reroll.bot.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.Mail;
import reroll.bot.mail.PatchText;

/**
 * A revision in its author's words: the cover letter or the commit message, to the end of the
 * diffstat. What the digest says beside it, and what only machines read, is left out. Stateless.
 */
final class EntryText {
  /** Of 6,281 real texts one in a hundred is longer, and one has 934,025. */
  static final int MAX_CHARS = 20_000;

  private static final Pattern SUMMARY = Pattern.compile(" \\d+ files? changed(?:,.*)?");
  private static final Pattern MACHINE =
      Pattern.compile(
          "\\s*|---+|(?:base-commit|change-id|prerequisite-[a-z-]+):.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern GIT_VERSION = Pattern.compile("\\d+\\.\\d+\\S*");

  /** {@code Ann Okafor (5):}, above her titles, as git-shortlog(1) writes it. */
  private static final Pattern SHORTLOG = Pattern.compile("\\S.* \\((\\d{1,4})\\):");

  private EntryText() {}

  /**
   * Takes the text out of the mail that speaks for a revision.
   *
   * @param changelog what the digest shows above; may be empty
   * @param titlesFollow whether the digest lists the titles of all patches below
   */
  static String of(Mail mail, String changelog, boolean titlesFollow) {
    PatchText text = PatchText.of(mail);
    List<String> lines = new ArrayList<>(text.message().lines().toList());
    if (!text.notes().isBlank()) {
      lines.add("---");
      lines.addAll(text.notes().lines().toList());
    }
    lines = withoutEnd(upToDiffstat(lines));
    lines = ChangelogBlock.without(lines, changelog);
    if (titlesFollow) {
      lines = withoutShortlog(lines);
    }
    return shortened(PrintableText.of(String.join("\n", lines).strip()));
  }

  /** To the end of the last diffstat: a cover that shows two ends with that of the whole. */
  private static List<String> upToDiffstat(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (SUMMARY.matcher(lines.get(i)).matches()) {
        return lines.subList(0, i + 1);
      }
    }
    return lines;
  }

  private static List<String> withoutEnd(List<String> lines) {
    int end = lines.size();
    while (end > 0 && (MACHINE.matcher(lines.get(end - 1)).matches() || isSignature(lines, end))) {
      end--;
    }
    return lines.subList(0, end);
  }

  /** git's version below two dashes whose blank got lost on the way. */
  private static boolean isSignature(List<String> lines, int end) {
    String last = lines.get(end - 1).strip();
    return last.equals("--")
        || (end > 1
            && GIT_VERSION.matcher(last).matches()
            && lines.get(end - 2).strip().equals("--"));
  }

  private static List<String> withoutShortlog(List<String> lines) {
    List<String> kept = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      int end = shortlogEnd(lines, i);
      if (end == i) {
        kept.add(lines.get(i));
        i++;
      } else {
        i = end;
      }
    }
    return kept;
  }

  /**
   * Behind the shortlog of one author and the empty lines below it; {@code at} where there is none.
   */
  private static int shortlogEnd(List<String> lines, int at) {
    Matcher author = SHORTLOG.matcher(lines.get(at));
    if (!author.matches()) {
      return at;
    }
    int end = at + 1;
    while (end < lines.size() && lines.get(end).startsWith("  ")) {
      end++;
    }
    if (end - at - 1 < Integer.parseInt(author.group(1))) {
      return at;
    }
    while (end < lines.size() && lines.get(end).isBlank()) {
      end++;
    }
    return end;
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int end = text.lastIndexOf('\n', MAX_CHARS);
    String shown = text.substring(0, end > 0 ? end : MAX_CHARS);
    long left = text.substring(shown.length()).lines().filter(line -> !line.isEmpty()).count();
    return shown + String.format(Locale.ROOT, "\n[… %,d more lines]", left);
  }
}
