package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.series.Revision;
import reroll.bot.series.Ruling;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesTracker;
import reroll.templates.answer.LineView;

/** {@code !link}: a person knows that two series are one. */
final class LinkCommand implements Command {
  private static final Logger log = LoggerFactory.getLogger(LinkCommand.class);

  /** One revision and what it follows. */
  private record Step(Revision revision, Revision earlier) {}

  @Override
  public String name() {
    return "link";
  }

  @Override
  public String arguments() {
    return "<series or mail> <series or mail>";
  }

  @Override
  public String summary() {
    return "makes one series of two, or a mail the next version of a series, for ever";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "!link #12 #15", "!link #12 20260303-tide-v2-0@northwind.example", "!link #12 v2 #15 v1");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    List<Named> named = Named.all(call.request().words(), call);
    if (named.size() != 2) {
      throw new CannotDo("Say which two are one series: numbers, Message-IDs or URLs.");
    }
    Step step = step(named.get(0), named.get(1));
    SeriesTracker tracker = call.known().tracker();
    Optional<Ruling> cut = RulingWords.between(step.revision(), step.earlier(), tracker.rulings());
    if (cut.isPresent()) {
      tracker.takeBack(cut.get());
      log.info("{} took back at {} that {}", call.speaker().user(), call.now(), cut.get());
      if (step.revision().series() == step.earlier().series()) {
        return said(step.revision(), "They are one series again: ", step.revision().series());
      }
    }
    link(step, call);
    return said(
        step.revision(),
        step.revision().label() + " follows " + step.earlier().label() + " now in ",
        step.revision().series());
  }

  private static Answer said(Revision revision, String sentence, Series series) {
    return Answer.now(
        new LineView(
            sentence + series + ". !unlink " + RulingWords.name(revision) + " takes it back:",
            series.title()));
  }

  private static void link(Step step, Call call) throws CannotDo {
    SeriesTracker tracker = call.known().tracker();
    Ruling.Follows ruling =
        new Ruling.Follows(
            step.revision().head().id(),
            step.earlier().head().id(),
            call.speaker().user(),
            call.now());
    if (!tracker.rule(ruling)) {
      throw RulingWords.tooMany();
    }
    if (step.revision().series() != step.earlier().series()) {
      tracker.takeBack(ruling);
      throw new CannotDo("Those have too many versions to be one series.");
    }
    log.info("{} said at {}: {}", ruling.by(), ruling.at(), ruling);
  }

  private static Step step(Named a, Named b) throws CannotDo {
    if (a.revision().isPresent() && b.revision().isPresent()) {
      return ordered(a.revision().get(), b.revision().get());
    }
    if (a.series() == b.series()) {
      throw new CannotDo("That is one series already: " + a.series() + ".");
    }
    if (a.revision().isPresent()) {
      return next(a.revision().get(), b.series());
    }
    if (b.revision().isPresent()) {
      return next(b.revision().get(), a.series());
    }
    Revision first = a.series().revisions().get(0);
    Revision other = b.series().revisions().get(0);
    return first.cameBefore(other) ? next(other, a.series()) : next(first, b.series());
  }

  private static Step ordered(Revision a, Revision b) throws CannotDo {
    if (a == b) {
      throw new CannotDo("Both are " + Named.words(a) + ".");
    }
    Step step = a.cameBefore(b) ? new Step(b, a) : new Step(a, b);
    boolean already =
        step.revision()
            .link()
            .filter(link -> link.isByPerson() && link.to() == step.earlier())
            .isPresent();
    if (already) {
      throw new CannotDo("Somebody linked these already; !why " + a.series() + " says who.");
    }
    return step;
  }

  /** The revision follows the last one before it; where there is none, the first follows it. */
  private static Step next(Revision revision, Series series) {
    return series.revisions().stream()
        .filter(other -> other.cameBefore(revision))
        .reduce((a, b) -> b)
        .map(earlier -> new Step(revision, earlier))
        .orElseGet(() -> new Step(series.revisions().get(0), revision));
  }
}
