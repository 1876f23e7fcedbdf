package reroll.bot.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * A diff without what changes from one posting to the next though nobody changed it: the lines at
 * which hunks stand, and the names of blobs. For each file a line {@code " ## path ##"}, then each
 * hunk below a line {@code "@@ path: function"}: the form that git-range-diff(1) compares.
 * Immutable.
 *
 * @param cut whether it is longer than {@link #MAX_LINES}, and the rest left out
 */
public record DiffForm(List<String> lines, boolean cut) {
  /** What the line of a file begins with. */
  public static final String FILE = " ## ";

  /** Longer patches are generated; what is behind is not compared. */
  public static final int MAX_LINES = 20_000;

  /** Longer lines are data. */
  public static final int MAX_LINE_CHARS = 1_000;

  public DiffForm {
    lines = List.copyOf(lines);
  }

  /** The form of the diff in a patch mail. */
  public static DiffForm of(Mail mail) {
    Reader reader = new Reader();
    Lines lines = new Lines(PatchText.diffOf(mail));
    while (lines.next() && reader.form.size() <= MAX_LINES) {
      reader.take(bounded(lines));
    }
    reader.endFile();
    boolean cut = reader.form.size() > MAX_LINES;
    return new DiffForm(cut ? reader.form.subList(0, MAX_LINES) : reader.form, cut);
  }

  private static String bounded(Lines lines) {
    String line = lines.line();
    return line.length() <= MAX_LINE_CHARS ? line : line.substring(0, MAX_LINE_CHARS);
  }

  /** One pass; the counts in the hunk headers tell which lines belong to the patch. */
  private static final class Reader {
    private static final String GIT = "diff --git ";

    private final List<String> form = new ArrayList<>();
    private String path = "";
    private String note = "";
    private String renamedFrom = "";
    private boolean named = true;
    private boolean inGitHeader;
    private int oldLeft;
    private int newLeft;

    void take(String line) {
      if (line.startsWith(GIT)) {
        beginFile();
        inGitHeader = true;
        path = GitPath.newOf(line.substring(GIT.length())).map(TextDecoder::line).orElse("");
      } else if (line.startsWith("@@ -")) {
        HunkHeader.in(line).ifPresent(hunk -> beginHunk(hunk, line.substring(hunk.end())));
      } else if (oldLeft > 0 || newLeft > 0) {
        hunkLine(line);
      } else if (line.startsWith("\\") && !form.isEmpty()) {
        form.add(" " + line);
      } else if (inGitHeader) {
        gitHeader(line);
      } else {
        plainHeader(line);
      }
    }

    private void beginFile() {
      endFile();
      path = "";
      note = "";
      renamedFrom = "";
      named = false;
      oldLeft = 0;
      newLeft = 0;
    }

    /** A file without hunks: renamed, binary, or of another mode. */
    void endFile() {
      if (!named) {
        String from = renamedFrom.isEmpty() ? "" : renamedFrom + " => ";
        form.add(FILE + from + path + note + " ##");
        named = true;
      }
    }

    private void gitHeader(String line) {
      if (line.startsWith("new file mode")) {
        note = " (new)";
      } else if (line.startsWith("deleted file mode")) {
        note = " (deleted)";
      } else if (line.startsWith("rename from ")) {
        renamedFrom = TextDecoder.line(GitPath.of(line.substring(12), ""));
      } else if (line.startsWith("old mode ")) {
        note = " (mode change " + line.substring(9).strip();
      } else if (line.startsWith("new mode ") && note.startsWith(" (mode")) {
        note += " => " + line.substring(9).strip() + ")";
      }
    }

    /** Diffs that quilt and diff(1) make; the first folder of a path is their own. */
    private void plainHeader(String line) {
      if (line.startsWith("--- ")) {
        beginFile();
        path = plainPath(line);
        note = path.isEmpty() ? " (new)" : "";
      } else if (line.startsWith("+++ ") && !named) {
        String now = plainPath(line);
        note = now.isEmpty() ? " (deleted)" : note;
        path = now.isEmpty() ? path : now;
      }
    }

    private static String plainPath(String line) {
      String path = TextDecoder.line(GitPath.of(line.substring(4), "").strip());
      return path.equals("/dev/null") ? "" : path.substring(path.indexOf('/') + 1);
    }

    private void beginHunk(HunkHeader hunk, String behind) {
      endFile();
      inGitHeader = false;
      oldLeft = hunk.oldLines();
      newLeft = hunk.newLines();
      String function = behind.stripTrailing();
      form.add("@@" + (function.isEmpty() ? "" : " " + path + ":" + function));
    }

    private void hunkLine(String line) {
      char kind = line.isEmpty() ? ' ' : line.charAt(0);
      oldLeft -= kind == '+' || kind == '\\' ? 0 : 1;
      newLeft -= kind == '-' || kind == '\\' ? 0 : 1;
      form.add(kind == '\\' ? " " + line : line.isEmpty() ? " " : line);
    }
  }
}
