package reroll.templates.card;

import java.util.List;
import reroll.templates.View;

/**
 * That a followed series got a new revision.
 *
 * @param label such as {@code v3}
 * @param url of the cover or the patch; empty where the list has no page
 * @param size files and lines; empty where the mails do not say
 * @param state what was decided about it, such as {@code applied}; may be empty
 * @param grounds from which that is concluded
 * @param before what it follows, such as {@code v2}; empty where that is not known
 * @param beforeUrl of that one's cover or patch; may be empty
 * @param beforeDay when that was
 * @param changelog what the author says to be new; may be empty
 * @param patches with what became of each; dropped ones last
 * @param earlier what became of the one before; may be empty
 * @param reviews which trailers were carried over, gained, lost and given since, one sentence each
 * @param robots what robots found; may be empty
 * @param why this is told
 */
public record NewVersionView(
    String id,
    String label,
    String title,
    String url,
    String author,
    String lists,
    String patchCount,
    String size,
    String state,
    String grounds,
    String before,
    String beforeUrl,
    String beforeDay,
    String changelog,
    List<Patch> patches,
    int morePatches,
    String earlier,
    List<String> reviews,
    String robots,
    String why)
    implements View {

  /**
   * One patch.
   *
   * @param title with its counter
   * @param change what became of it, in a word or two; may be empty
   */
  public record Patch(String title, String change) {}

  @Override
  public String template() {
    return "card/new-version.md.ftl";
  }
}
