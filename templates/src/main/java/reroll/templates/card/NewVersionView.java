package reroll.templates.card;

import java.util.List;
import reroll.templates.View;

/**
 * That a followed series got a new revision.
 *
 * @param label such as {@code v3}
 * @param url of the cover or the patch; empty where the list has no page
 * @param size files and lines; empty where the mails do not say
 * @param before what it follows, and when that was
 * @param changelog what the author says to be new; may be empty
 * @param patches titles with their counters; empty for a single patch
 * @param earlier what became of the revision before; may be empty
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
    String before,
    String changelog,
    List<String> patches,
    int morePatches,
    String earlier,
    String why)
    implements View {

  @Override
  public String template() {
    return "card/new-version.md.ftl";
  }
}
