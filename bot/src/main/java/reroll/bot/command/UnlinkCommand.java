package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.mail.MessageId;
import reroll.bot.series.Revision;
import reroll.bot.series.Ruling;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesTracker;
import reroll.templates.answer.LineView;

/** {@code !unlink}: a person knows that a revision does not follow the one that it seems to. */
final class UnlinkCommand implements Command {
  private static final Logger log = LoggerFactory.getLogger(UnlinkCommand.class);

  @Override
  public String name() {
    return "unlink";
  }

  @Override
  public String arguments() {
    return "<series or mail> [version]";
  }

  @Override
  public String summary() {
    return "parts a version from the one that it follows, for ever, or takes a !link back";
  }

  @Override
  public List<String> examples() {
    return List.of("!unlink #12 v3", "!unlink 20260303-tide-v2-0@northwind.example");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    Optional<Ruling> forgotten = ofForgottenMail(call);
    if (forgotten.isPresent()) {
      takeBack(forgotten.get(), call);
      return Answer.now(new LineView("Taken back.", ""));
    }
    List<Named> named = Named.all(call.request().words(), call);
    if (named.size() != 1) {
      throw new CannotDo("Which version? Give a series and a version, a Message-ID or a URL.");
    }
    Revision revision = revision(named.get(0));
    Optional<Ruling> said = linkOf(revision, call.known().tracker());
    return said.isPresent() ? takeBack(said.get(), revision, call) : part(revision, call);
  }

  /** What was said of a mail that is known no longer can be taken back still. */
  private static Optional<Ruling> ofForgottenMail(Call call) {
    SeriesTracker tracker = call.known().tracker();
    return MessageId.firstIn(call.request().rest())
        .filter(id -> tracker.mail(id).isEmpty())
        .flatMap(
            id -> tracker.rulings().of(id).stream().filter(r -> r.mail().equals(id)).findFirst());
  }

  private static Optional<Ruling> linkOf(Revision revision, SeriesTracker tracker) {
    return tracker.rulings().of(revision).stream()
        .filter(Ruling.Follows.class::isInstance)
        .filter(said -> revision.mails().stream().anyMatch(m -> m.id().equals(said.mail())))
        .reduce((older, newer) -> newer);
  }

  private static Revision revision(Named named) throws CannotDo {
    if (named.revision().isPresent()) {
      return named.revision().get();
    }
    Series series = named.series();
    List<Revision> linked =
        series.revisions().stream().filter(each -> each.link().isPresent()).toList();
    if (linked.isEmpty()) {
      throw new CannotDo(series + " has one version only, so there is nothing to part.");
    }
    if (linked.size() > 1) {
      Revision last = linked.get(linked.size() - 1);
      throw new CannotDo(
          series
              + " has several versions; which one? Such as !unlink "
              + RulingWords.name(last)
              + ".");
    }
    return linked.get(0);
  }

  private static Answer takeBack(Ruling said, Revision revision, Call call) {
    takeBack(said, call);
    String now =
        revision
            .link()
            .map(link -> " and still follows " + link.to().label() + ", on other evidence")
            .orElse("");
    return Answer.now(
        new LineView(
            "Taken back what " + said.by() + " said. It is " + Named.words(revision) + now + ":",
            revision.title()));
  }

  private static void takeBack(Ruling said, Call call) {
    call.known().tracker().takeBack(said);
    log.info("{} took back at {} that {}", call.speaker().user(), call.now(), said);
  }

  private static Answer part(Revision revision, Call call) throws CannotDo {
    if (revision.link().isEmpty()) {
      throw new CannotDo(Named.words(revision) + " follows nothing.");
    }
    Revision earlier = revision.link().get().to();
    Ruling.Apart ruling =
        new Ruling.Apart(
            revision.head().id(), earlier.head().id(), call.speaker().user(), call.now());
    if (!call.known().tracker().rule(ruling)) {
      throw RulingWords.tooMany();
    }
    log.info("{} said at {}: {}", ruling.by(), ruling.at(), ruling);
    return Answer.now(
        new LineView(
            String.format(
                "Parted: %s is now %s, no longer of %s. !link %s %s takes it back:",
                revision.label(),
                revision.series(),
                earlier.series(),
                RulingWords.name(revision),
                RulingWords.name(earlier)),
            revision.title()));
  }
}
