package reroll.bot.command;

import java.util.Optional;
import reroll.bot.digest.DigestOrder;
import reroll.templates.View;

/** What a command comes to: an answer at once, or one that something has to be read for. */
public sealed interface Answer {
  /** Something to show. */
  record Now(View view) implements Answer {}

  /**
   * Two revisions whose patches are to be compared; the answer comes when their mails were read.
   *
   * @param left number of the earlier revision
   * @param right number of the later one
   * @param patch the only patch to tell of, by its place in the series; empty for all
   * @param title what the comparison is about, in one line
   */
  record Comparing(long left, long right, Optional<String> patch, Title title) implements Answer {}

  /**
   * What stands above a comparison. Immutable.
   *
   * @param series its number
   * @param title of the series
   * @param step such as {@code v2 → v3}
   */
  record Title(String series, String title, String step) {}

  /**
   * A digest of which all goes along as a file; it comes when the mails were read.
   *
   * @param gaps what it cannot know; empty where it knows all
   */
  record WithFile(DigestOrder order, String gaps) implements Answer {}

  /** The configuration is to be read again; the answer comes when it was, or was refused. */
  record Reloading() implements Answer {}

  static Answer now(View view) {
    return new Now(view);
  }
}
