package reroll.bot.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a patch touches, before and behind it, as far as the patch shows them: what lies
 * between its hunks is filled up, so that a diff of the two gives the patch again.
 */
final class PatchImages {
  private static final int FILL = 8;
  private static final Pattern FILE = Pattern.compile("diff --git a/(\\S+) b/(\\S+)");
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@ ?(.*)");

  final Map<String, String> before = new LinkedHashMap<>();
  final Map<String, String> after = new LinkedHashMap<>();

  private String oldPath = "";
  private String newPath = "";
  private StringBuilder old = new StringBuilder();
  private StringBuilder now = new StringBuilder();
  private boolean inGitHeader;
  private int fill;
  private int oldLeft;
  private int newLeft;
  private int trailing;

  static PatchImages of(String diff) {
    PatchImages images = new PatchImages();
    for (String line : new ArrayList<>(List.of(diff.split("\n", -1)))) {
      images.take(line);
    }
    images.endFile();
    return images;
  }

  private void take(String line) {
    Matcher file = FILE.matcher(line);
    if (oldLeft > 0 || newLeft > 0) {
      hunkLine(line);
    } else if (file.matches()) {
      endFile();
      inGitHeader = true;
      oldPath = file.group(1);
      newPath = file.group(2);
    } else if (line.startsWith("new file mode")) {
      oldPath = "";
    } else if (line.startsWith("deleted file mode")) {
      newPath = "";
    } else if (line.startsWith("@@ -")) {
      inGitHeader = false;
      hunk(line);
    } else if (!inGitHeader && line.startsWith("--- ")) {
      endFile();
      oldPath = plainPath(line);
    } else if (!inGitHeader && line.startsWith("+++ ")) {
      newPath = plainPath(line);
    }
  }

  private static String plainPath(String line) {
    String path = line.substring(4).replaceFirst("\t.*", "").strip();
    return path.equals("/dev/null") ? "" : path.substring(path.indexOf('/') + 1);
  }

  private void hunk(String line) {
    Matcher hunk = HUNK.matcher(line);
    if (!hunk.matches()) {
      return;
    }
    int start = Integer.parseInt(hunk.group(1));
    oldLeft = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
    newLeft = hunk.group(4) == null ? 1 : Integer.parseInt(hunk.group(4));
    if (start > 1) {
      fill(hunk.group(5));
    }
    trailing = 0;
  }

  /** Lines that no other place has and that name no function, but for the one that is named. */
  private void fill(String function) {
    for (int i = 0; i < FILL; i++) {
      both(" fill " + ++fill);
    }
    if (!function.isEmpty()) {
      both(function);
    }
  }

  private void both(String line) {
    old.append(line).append('\n');
    now.append(line).append('\n');
  }

  private void hunkLine(String line) {
    char kind = line.isEmpty() ? ' ' : line.charAt(0);
    String text = line.isEmpty() ? "" : line.substring(1);
    trailing = kind == ' ' ? trailing + 1 : kind == '\\' ? trailing : 0;
    if (kind == '\\') {
      return;
    }
    if (kind != '+') {
      old.append(text).append('\n');
      oldLeft--;
    }
    if (kind != '-') {
      now.append(text).append('\n');
      newLeft--;
    }
  }

  private void endFile() {
    if (trailing >= Hunks.CONTEXT) {
      fill("");
    }
    if (!oldPath.isEmpty()) {
      before.put(oldPath, old.toString());
    }
    if (!newPath.isEmpty()) {
      after.put(newPath, now.toString());
    }
    oldPath = "";
    newPath = "";
    old = new StringBuilder();
    now = new StringBuilder();
    fill = 0;
    trailing = 0;
  }
}
