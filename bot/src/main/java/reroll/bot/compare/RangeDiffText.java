package reroll.bot.compare;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.compare.LineDiff.Edit;

/**
 * Writes a comparison as git-range-diff(1) does, without the names of commits, which mails do not
 * have: a line for each patch, and below it the diff of the two diffs. Used once, by one thread.
 */
public final class RangeDiffText {
  /** Longer texts are read by nobody; the rest is left out, and said to be. */
  static final int MAX_CHARS = 200_000;

  static final String CUT = "[… the rest is left out]";

  private static final String INDENT = "    ";
  private static final int MAX_HEADING_CHARS = 80;

  /** What names the surroundings of a hunk: the file, the function, or the message. */
  private static final Pattern HEADING = Pattern.compile(" ## (.*) ##|.?@@ (.*)");

  private final StringBuilder text = new StringBuilder();
  private final int width;
  private boolean full;

  private RangeDiffText(int width) {
    this.width = width;
  }

  /** The whole of it. */
  public static String of(SeriesComparison comparison) {
    RangeDiffText out = new RangeDiffText(width(comparison));
    boolean alone = comparison.pairs().size() == 1;
    for (PatchPair pair : comparison.pairs()) {
      out.headers(pair);
      boolean both = pair.left().isPresent() && pair.right().isPresent();
      if (both && (alone || pair.change() != PatchChange.REWRITTEN)) {
        out.inner(pair.left().get().lines(), pair.right().get().lines());
      }
    }
    return out.text.toString();
  }

  /** The lines of the patches alone. */
  public static String headers(SeriesComparison comparison) {
    RangeDiffText out = new RangeDiffText(width(comparison));
    comparison.pairs().forEach(out::headers);
    return out.text.toString();
  }

  private static int width(SeriesComparison comparison) {
    return comparison.pairs().stream()
        .flatMap(pair -> java.util.stream.Stream.of(pair.left(), pair.right()))
        .flatMap(Optional::stream)
        .mapToInt(patch -> patch.number().length())
        .max()
        .orElse(1);
  }

  /** git holds a rewritten patch for two. */
  private void headers(PatchPair pair) {
    if (pair.change() == PatchChange.REWRITTEN) {
      header(pair.left(), "<", Optional.empty());
      header(Optional.empty(), ">", pair.right());
    } else {
      header(pair.left(), sign(pair.change()), pair.right());
    }
  }

  private void header(Optional<PatchForm> left, String sign, Optional<PatchForm> right) {
    PatchForm named = right.or(() -> left).orElseThrow();
    line(number(left) + " " + sign + " " + number(right) + " " + named.title());
  }

  private String number(Optional<PatchForm> patch) {
    String number = patch.map(PatchForm::number).orElse("-");
    return " ".repeat(Math.max(0, width - number.length())) + number + ":";
  }

  private static String sign(PatchChange change) {
    return switch (change) {
      case UNCHANGED -> "=";
      case MESSAGE, SURROUNDINGS, CODE -> "!";
      case NEW -> ">";
      case DROPPED -> "<";
      case REWRITTEN -> throw new IllegalArgumentException("two lines have two signs");
    };
  }

  private void inner(List<String> left, List<String> right) {
    LineNumbers numbers = new LineNumbers();
    List<Edit> edits = LineDiff.between(numbers.of(left), numbers.of(right));
    for (List<Edit> hunk : Hunks.of(edits)) {
      int at = Math.max(0, hunk.get(0).leftFrom() - Hunks.CONTEXT);
      line(INDENT + "@@" + heading(left, at));
      for (Edit edit : hunk) {
        lines(" ", left.subList(at, edit.leftFrom()));
        lines("-", left.subList(edit.leftFrom(), edit.leftTo()));
        lines("+", right.subList(edit.rightFrom(), edit.rightTo()));
        at = edit.leftTo();
      }
      lines(" ", left.subList(at, Math.min(left.size(), at + Hunks.CONTEXT)));
    }
  }

  private static String heading(List<String> lines, int below) {
    for (int i = below - 1; i >= 0; i--) {
      Matcher heading = HEADING.matcher(lines.get(i));
      if (heading.matches()) {
        String name = heading.group(1) == null ? heading.group(2) : heading.group(1);
        return " " + name.substring(0, Math.min(name.length(), MAX_HEADING_CHARS));
      }
    }
    return "";
  }

  private void lines(String sign, List<String> lines) {
    lines.forEach(line -> line(INDENT + sign + line));
  }

  private void line(String line) {
    if (full) {
      return;
    }
    full = text.length() + line.length() > MAX_CHARS;
    text.append(full ? CUT : line.stripTrailing()).append('\n');
  }
}
