package reroll.templates.digest;

import java.util.List;
import reroll.templates.View;

/**
 * The whole digest as text.
 *
 * @param from short name of the commit before the window, or its beginning as a time
 * @param to short name of the last commit in it, or its end as a time
 * @param list the list's display name
 * @param period the window in words, with its zone
 * @param filter what of the list it is about; empty where it is about all
 * @param counts how much there was, as one sentence
 * @param leftOut what the tables leave out, as one sentence; empty where they leave out nothing
 * @param patchList one line a revision
 * @param applied one line a series
 * @param pulls one line a pull request
 * @param waiting one line a series
 * @param moreWaiting how many of those are not shown
 * @param gaps what could not be read, one sentence each
 */
public record FullDigestView(
    String from,
    String to,
    String list,
    String period,
    String filter,
    String counts,
    List<CountRow> domains,
    List<CountRow> people,
    String leftOut,
    List<String> patchList,
    List<Entry> entries,
    List<String> applied,
    List<String> pulls,
    List<String> waiting,
    int moreWaiting,
    List<String> gaps)
    implements View {

  /**
   * One revision.
   *
   * @param news {@code New} or {@code v2 -> v3}
   * @param title of the whole
   * @param subject of the mail that speaks for the whole, unfolded and decoded
   * @param author name and address
   * @param sender name and address of whoever posted it; empty where that is the author
   * @param changelog what the author says to be new; empty where the text below says it, or nobody
   * @param body the cover letter or the commit message
   * @param patches titles with their counters, and authors where these differ
   * @param received how many of how many patches came; empty where all did
   */
  public record Entry(
      String news,
      String title,
      String subject,
      String author,
      String sender,
      String changelog,
      String body,
      List<String> patches,
      String received) {}

  @Override
  public String template() {
    return "digest/full.txt.ftl";
  }
}
