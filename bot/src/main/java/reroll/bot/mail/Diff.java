package reroll.bot.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a patch changes, as far as it matters here: which files, how many lines, and a likeness of
 * the changed lines. Immutable.
 *
 * @param files touched paths in the order of the patch, at most {@link #MAX_FILES}
 * @param added lines
 * @param removed lines
 */
public record Diff(List<String> files, int added, int removed, Sketch sketch) {
  /** A patch that touches more files than this is known by its first ones. */
  static final int MAX_FILES = 64;

  /** Longer headers are none of git's, whose paths have 4,096 bytes at most. */
  private static final int MAX_HEADER_CHARS = 10_000;

  private static final String GIT = "diff --git ";

  static final Diff NONE = new Diff(List.of(), 0, 0, Sketch.EMPTY);

  public Diff {
    files = List.copyOf(files);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** Whether a line begins the diff of a file, where the commit message ends. */
  static boolean begins(Lines line) {
    return line.startsWith("diff -")
        || line.startsWith("Index: ")
        || (line.startsWith("--- ") && line.length() > 4 && line.charAt(4) > ' ');
  }

  /** Reads on from the current line, which {@link #begins} a diff, to the end of the text. */
  static Diff read(Lines lines) {
    return new Reader(lines).read();
  }

  /** One pass; the counts in the hunk headers tell which lines belong to the patch. */
  private static final class Reader {
    /** Lines with less to say, such as a brace, are alike in all patches. */
    private static final int MIN_TELLING_CHARS = 4;

    private final Lines lines;
    private final Set<String> files = new LinkedHashSet<>();
    private final Sketch.Builder sketch = new Sketch.Builder();
    private int added;
    private int removed;
    private int oldLeft;
    private int newLeft;

    Reader(Lines lines) {
      this.lines = lines;
    }

    Diff read() {
      do {
        if (endsHunk()) {
          oldLeft = 0;
          newLeft = 0;
        }
        if (oldLeft > 0 || newLeft > 0) {
          hunkLine();
        } else if (lines.startsWith("@@")) {
          hunkHeader();
        } else {
          fileHeader();
        }
      } while (lines.next());
      return new Diff(new ArrayList<>(files), added, removed, sketch.build());
    }

    /** Context begins with a blank; a header inside a hunk means that lines were lost. */
    private boolean endsHunk() {
      return lines.startsWith(GIT) || lines.startsWith("@@ -");
    }

    private void hunkHeader() {
      Optional<HunkHeader> hunk = HunkHeader.in(lines.line());
      oldLeft = hunk.map(HunkHeader::oldLines).orElse(0);
      newLeft = hunk.map(HunkHeader::newLines).orElse(0);
    }

    private void hunkLine() {
      char kind = lines.length() == 0 ? ' ' : lines.charAt(0);
      switch (kind) {
        case '+' -> {
          newLeft--;
          added++;
          sketch(kind);
        }
        case '-' -> {
          oldLeft--;
          removed++;
          sketch(kind);
        }
        case '\\' -> {
          // "\ No newline at end of file" counts for neither side.
        }
        default -> {
          oldLeft--;
          newLeft--;
        }
      }
    }

    private void fileHeader() {
      if (lines.length() > MAX_HEADER_CHARS) {
        return;
      }
      if (lines.startsWith(GIT)) {
        GitPath.newOf(lines.line().substring(GIT.length())).ifPresent(this::addFile);
      } else if (lines.startsWith("+++ ")) {
        String path = GitPath.of(lines.line().substring(4), "b/").strip();
        if (!path.equals("/dev/null")) {
          addFile(path);
        }
      }
    }

    private void addFile(String path) {
      String line = TextDecoder.line(path);
      if (files.size() < MAX_FILES && !line.isEmpty()) {
        files.add(line);
      }
    }

    /** White space is left out, so that an indented copy is alike. */
    private void sketch(char kind) {
      int hash = kind;
      int telling = 0;
      String text = lines.text();
      int end = lines.end();
      for (int i = lines.start() + 1; i < end; i++) {
        char c = text.charAt(i);
        if (c > ' ') {
          hash = hash * 31 + c;
          telling++;
        }
      }
      if (telling >= MIN_TELLING_CHARS) {
        sketch.add(mix(hash));
      }
    }

    /** Spreads the hash, or the lowest ones would be those of short lines. */
    private static int mix(int hash) {
      int mixed = (hash ^ (hash >>> 16)) * 0x7feb352d;
      mixed = (mixed ^ (mixed >>> 15)) * 0x846ca68b;
      return mixed ^ (mixed >>> 16);
    }
  }
}
