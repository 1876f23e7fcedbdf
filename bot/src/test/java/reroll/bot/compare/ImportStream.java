package reroll.bot.compare;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Commits in the form that git-fast-import(1) reads. */
final class ImportStream {
  private static final String WHO = " Ann Alder <ann@alder.example> ";

  private final StringBuilder stream = new StringBuilder();
  private int marks;
  private int seconds = 1_700_000_000;

  /** A commit with these files and no others; returns its mark. */
  int commit(String branch, String message, Map<String, String> files, int... parents) {
    seconds++;
    stream.append("commit refs/heads/").append(branch).append('\n');
    stream.append("mark :").append(++marks).append('\n');
    stream.append("author").append(WHO).append(seconds).append(" +0000\n");
    stream.append("committer").append(WHO).append(seconds).append(" +0000\n");
    data(message);
    for (int i = 0; i < parents.length; i++) {
      stream.append(i == 0 ? "from :" : "merge :").append(parents[i]).append('\n');
    }
    stream.append("deleteall\n");
    files.forEach(
        (path, text) -> {
          stream.append("M 100644 inline ").append(path).append('\n');
          data(text);
        });
    stream.append('\n');
    return marks;
  }

  private void data(String text) {
    int size = text.getBytes(StandardCharsets.UTF_8).length;
    stream.append("data ").append(size).append('\n').append(text).append('\n');
  }

  @Override
  public String toString() {
    return stream.toString();
  }
}
