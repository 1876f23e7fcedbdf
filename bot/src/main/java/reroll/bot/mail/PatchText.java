package reroll.bot.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a patch mail taken apart, as git-mailinfo(1) does: in-body headers, commit message,
 * notes, diff, and what follows it. A cover letter is all message and notes. Immutable.
 *
 * @param inBodyFrom the author, where another person sends the mail
 * @param message the commit message or the text of the cover, without in-body headers and without
 *     the line {@code ---}
 * @param notes what stands between {@code ---} and the diff, diffstat included
 * @param hasDiff whether the body holds a diff, even an empty one
 * @param changeId b4's id of the whole series
 * @param baseCommit 40 hex digits
 */
public record PatchText(
    Optional<Person> inBodyFrom,
    String message,
    String notes,
    boolean hasDiff,
    Diff diff,
    Optional<String> changeId,
    Optional<String> baseCommit) {

  private static final Pattern FROM =
      Pattern.compile(
          ">?From:\\s*(.*?<\\s*[^<>\\s]+\\s*>.*|[^<>\\s]+@[^<>\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_HEADER =
      Pattern.compile(">?(?:Subject|Date|To|Cc):\\s+\\S.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANGE_ID = Pattern.compile("change-id:\\s*(\\S{1,200}).*");
  private static final Pattern BASE = Pattern.compile("base-commit:\\s*([0-9a-f]{40}).*");

  /** A line that stands between the message and the notes. */
  static boolean isSeparator(Lines line) {
    if (!line.startsWith("---")) {
      return false;
    }
    for (int i = 3; i < line.length(); i++) {
      if (!Character.isWhitespace(line.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Takes the body of a patch mail apart; the patch may stand in an attachment. */
  public static PatchText of(Mail mail) {
    PatchText text = new Reader(mail.text()).read();
    if (text.hasDiff() || mail.attachedPatch().isEmpty()) {
      return text;
    }
    PatchText attached = new Reader(mail.attachedPatch().get()).read();
    return new PatchText(
        text.inBodyFrom(),
        text.message(),
        text.notes(),
        attached.hasDiff(),
        attached.diff(),
        text.changeId().or(attached::changeId),
        text.baseCommit().or(attached::baseCommit));
  }

  /**
   * The diff of a patch mail as it stands there, with what follows it; empty where there is none.
   */
  public static String diffOf(Mail mail) {
    Reader text = new Reader(mail.text());
    if (text.read().hasDiff() || mail.attachedPatch().isEmpty()) {
      return text.rest();
    }
    Reader attached = new Reader(mail.attachedPatch().get());
    return attached.read().hasDiff() ? attached.rest() : "";
  }

  private static final class Reader {
    private final String body;
    private final Lines lines;
    private Optional<Person> from = Optional.empty();

    /** Whether the cursor is on a line that nothing was done with yet. */
    private boolean onLine;

    private int diffStart;

    Reader(String body) {
      this.body = body;
      this.lines = new Lines(body);
    }

    PatchText read() {
      int message = skipInBodyHeaders();
      int messageEnd = -1;
      int notes = body.length();
      while (onLine) {
        if (messageEnd < 0 && Scissors.areIn(lines)) {
          message = skipAboveScissors();
          continue;
        }
        if (Diff.begins(lines) || isSignature()) {
          break;
        }
        if (messageEnd < 0 && isSeparator(lines)) {
          messageEnd = lines.start();
          notes = lines.nextStart();
        }
        advance();
      }
      int textEnd = onLine ? lines.start() : body.length();
      boolean hasDiff = onLine && Diff.begins(lines);
      diffStart = hasDiff ? lines.start() : body.length();
      return new PatchText(
          from,
          slice(message, messageEnd < 0 ? textEnd : messageEnd).strip(),
          slice(notes, textEnd),
          hasDiff,
          hasDiff ? Diff.read(lines) : Diff.NONE,
          line(CHANGE_ID, "change-id:"),
          line(BASE, "base-commit:"));
    }

    /** From the diff on. */
    String rest() {
      return body.substring(diffStart);
    }

    /** Unlike git, keeps an author who was named above and is not named again. */
    private int skipAboveScissors() {
      Optional<Person> above = from;
      from = Optional.empty();
      int message = skipInBodyHeaders();
      from = from.or(() -> above);
      return message;
    }

    private void advance() {
      onLine = lines.next();
    }

    /** {@code -- } ends the text (RFC 3676 4.3); below it git writes its version. */
    private boolean isSignature() {
      return lines.startsWith("-- ") && lines.length() == 3;
    }

    private String slice(int start, int end) {
      return start < end ? body.substring(start, end) : "";
    }

    /** Moves on to the first line of the message; returns where that begins. */
    private int skipInBodyHeaders() {
      do {
        advance();
      } while (onLine && lines.isBlank());
      boolean any = false;
      while (onLine && isInBodyHeader(any)) {
        any = true;
        advance();
      }
      return onLine ? lines.start() : body.length();
    }

    private boolean isInBodyHeader(boolean afterHeader) {
      if (lines.length() == 0 || lines.length() > 1_000) {
        return false;
      }
      char first = Character.toLowerCase(lines.charAt(0));
      if (afterHeader && (first == ' ' || first == '\t')) {
        return !lines.isBlank();
      }
      if (first != 'f'
          && first != 's'
          && first != 'd'
          && first != 't'
          && first != 'c'
          && first != '>') {
        return false;
      }
      String line = lines.line();
      Matcher matcher = FROM.matcher(line);
      if (matcher.matches()) {
        if (from.isEmpty()) {
          from = Optional.of(Person.parse(TextDecoder.header(matcher.group(1))));
        }
        return true;
      }
      return afterHeader
          ? OTHER_HEADER.matcher(line).matches()
          : lines.startsWithIgnoreCase("subject: [") || lines.startsWithIgnoreCase("date: ");
    }

    /**
     * Finds a line of its own; no line of a diff can begin with such a word. The last one counts:
     * tools write theirs at the end, what stands above may be told of another series.
     */
    private Optional<String> line(Pattern pattern, String start) {
      Optional<String> last = Optional.empty();
      for (int at = body.indexOf(start); at >= 0; at = body.indexOf(start, at + 1)) {
        if (at == 0 || body.charAt(at - 1) == '\n') {
          int end = body.indexOf('\n', at);
          Matcher matcher = pattern.matcher(body.substring(at, end < 0 ? body.length() : end));
          if (matcher.matches()) {
            last = Optional.of(TextDecoder.line(matcher.group(1)));
          }
        }
      }
      return last.filter(value -> !value.isEmpty());
    }
  }
}
