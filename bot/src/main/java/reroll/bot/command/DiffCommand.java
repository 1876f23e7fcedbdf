package reroll.bot.command;

import java.util.List;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;

/** {@code !diff}: what changed from one version of a series to the next, as text. */
final class DiffCommand implements Command {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String arguments() {
    return "<series> [vA..vB] [patch]";
  }

  @Override
  public String summary() {
    return "compares two versions of a series patch by patch, as git range-diff does";
  }

  @Override
  public List<String> examples() {
    return List.of("!diff #12", "!diff #12 v1..v3", "!diff page cache v2..v3 4");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    RevisionWords words = RevisionWords.parse(call.request().words());
    Series series = SeriesFinder.one(words.series(), call);
    Revision right = words.right(series);
    Revision left = words.left(series, right);
    if (left == right) {
      throw new CannotDo("That is " + right.label() + " twice; name two versions, as in v1..v2.");
    }
    if (left.patches().isEmpty() || right.patches().isEmpty()) {
      Revision bare = left.patches().isEmpty() ? left : right;
      throw new CannotDo("I have no patch of " + bare.label() + " of " + series + ".");
    }
    if (left.isPull() && !hasDiff(left) && !hasDiff(right)) {
      throw new CannotDo(series + " is a pull request, which carries no patches to compare.");
    }
    Answer.Title title =
        new Answer.Title(series.toString(), series.title(), left.label() + " → " + right.label());
    return new Answer.Comparing(left.number(), right.number(), words.patch(), title);
  }

  private static boolean hasDiff(Revision revision) {
    return revision.patches().stream().anyMatch(patch -> patch.mail().hasDiff());
  }
}
