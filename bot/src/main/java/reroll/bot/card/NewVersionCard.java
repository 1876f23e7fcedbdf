package reroll.bot.card;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reroll.bot.command.Call;
import reroll.bot.command.RobotWords;
import reroll.bot.command.SeriesAnswers;
import reroll.bot.mail.PatchMail.LineCount;
import reroll.bot.review.PatchStep;
import reroll.bot.series.Link;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;
import reroll.templates.card.NewVersionView;

/**
 * That a followed series got a new revision: what is new, of what, by whom; and what has become of
 * it since.
 */
public final class NewVersionCard {
  /** As many as fit on a screen next to the changelog. */
  private static final int MAX_PATCHES = 12;

  private static final int MAX_CHANGELOG_CHARS = 1_500;

  private NewVersionCard() {}

  /**
   * The card as things stand.
   *
   * @param why the channel is told
   */
  public static NewVersionView of(Revision revision, String why, Call.Knowledge known) {
    Optional<Revision> before = revision.link().map(Link::to);
    Outcome outcome = Outcome.of(revision, known);
    List<PatchStep> steps = before.map(b -> PatchStep.between(b, revision)).orElse(List.of());
    List<NewVersionView.Patch> patches = patches(revision, steps);
    int shown = Math.min(MAX_PATCHES, patches.size());
    return new NewVersionView(
        revision.series().toString(),
        revision.label(),
        revision.title(),
        SeriesAnswers.url(revision.head(), known),
        revision.author().display(),
        String.join(", ", revision.head().lists()),
        SeriesAnswers.patches(revision),
        size(revision),
        outcome.state(),
        outcome.grounds(),
        before.map(Revision::label).orElse(""),
        before.map(b -> SeriesAnswers.url(b.head(), known)).orElse(""),
        before.map(b -> SeriesAnswers.day(b.began(), known.zone())).orElse(""),
        changelog(revision),
        patches.subList(0, shown),
        patches.size() - shown,
        before.map(SeriesAnswers::reception).orElse(""),
        ReviewSteps.words(steps, before, revision),
        RobotWords.of(revision),
        why);
  }

  /** Of a single patch only what became of it: the title stands above. */
  private static List<NewVersionView.Patch> patches(Revision revision, List<PatchStep> steps) {
    if (steps.isEmpty()) {
      return revision.total() == 1
          ? List.of()
          : revision.patches().stream()
              .map(patch -> new NewVersionView.Patch(patch(patch), ""))
              .toList();
    }
    boolean single = revision.total() == 1 && steps.size() == 1 && revision.cover().isEmpty();
    return steps.stream()
        .filter(step -> !single || !step.words().isEmpty())
        .map(
            step ->
                single
                    ? new NewVersionView.Patch("the patch", step.words())
                    : new NewVersionView.Patch(patch(step), step.words()))
        .toList();
  }

  /** The number of one that was dropped is another's now. */
  private static String patch(PatchStep step) {
    return step.now().isPresent() ? patch(step.patch()) : step.patch().mail().subject().title();
  }

  private static String patch(TrackedMail mail) {
    String counter = mail.counter().map(c -> c + " ").orElse("");
    return counter + mail.mail().subject().title();
  }

  /** The cover's own count where it has one, else the sum of the patches. */
  private static String size(Revision revision) {
    Optional<LineCount> cover =
        revision.cover().map(mail -> mail.mail().lines()).filter(lines -> lines.files() > 0);
    int files =
        cover
            .map(LineCount::files)
            .orElseGet(
                () ->
                    (int)
                        revision.patches().stream()
                            .flatMap(patch -> patch.mail().files().stream())
                            .distinct()
                            .count());
    int added = cover.map(LineCount::added).orElseGet(() -> sum(revision, true));
    int removed = cover.map(LineCount::removed).orElseGet(() -> sum(revision, false));
    return files == 0
        ? ""
        : String.format(
            Locale.ROOT, "%d %s +%d −%d", files, files == 1 ? "file" : "files", added, removed);
  }

  private static int sum(Revision revision, boolean added) {
    return revision.patches().stream()
        .map(patch -> patch.mail().lines())
        .mapToInt(lines -> added ? lines.added() : lines.removed())
        .sum();
  }

  private static String changelog(Revision revision) {
    String text =
        revision.mails().stream()
            .flatMap(mail -> mail.mail().changelog().stream())
            .findFirst()
            .orElse("");
    if (text.length() <= MAX_CHANGELOG_CHARS) {
      return text;
    }
    int end = text.lastIndexOf('\n', MAX_CHANGELOG_CHARS);
    return text.substring(0, end > 0 ? end : MAX_CHANGELOG_CHARS) + "\n[…]";
  }
}
