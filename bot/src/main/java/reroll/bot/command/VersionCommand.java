package reroll.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.mail.Version;
import reroll.bot.series.Revision;
import reroll.bot.series.Ruling;
import reroll.bot.series.SeriesTracker;
import reroll.templates.answer.LineView;

/** {@code !version}: a person knows which version a posting is that does not say so. */
final class VersionCommand implements Command {
  private static final Logger log = LoggerFactory.getLogger(VersionCommand.class);

  private static final Pattern VERSION =
      Pattern.compile("v?(\\d{1,3})(?:\\.(\\d{1,2}))?", Pattern.CASE_INSENSITIVE);

  private static final String UNDO = "undo";

  @Override
  public String name() {
    return "version";
  }

  @Override
  public String arguments() {
    return "<mail, or series and version> <number|undo>";
  }

  @Override
  public String summary() {
    return "says which version a posting is, for ever";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "!version 20260303-tide-0@northwind.example 3", "!version #12 v1 2", "!version #12 undo");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    List<String> words = call.request().words();
    if (words.size() < 2) {
      throw new CannotDo("Say which posting, and which version it is.");
    }
    String version = words.get(words.size() - 1);
    Revision revision = revision(words.subList(0, words.size() - 1), call);
    SeriesTracker tracker = call.known().tracker();
    List<Ruling> before =
        tracker.rulings().of(revision).stream().filter(Ruling.Counted.class::isInstance).toList();
    if (version.equalsIgnoreCase(UNDO)) {
      return undo(before, revision, call);
    }
    Ruling.Counted ruling =
        new Ruling.Counted(
            revision.head().id(), version(version), call.speaker().user(), call.now());
    before.forEach(tracker::takeBack);
    if (!tracker.rule(ruling)) {
      throw RulingWords.tooMany();
    }
    log.info("{} said at {}: {}", ruling.by(), ruling.at(), ruling);
    return said(revision, "That is " + Named.words(revision) + " now");
  }

  private static Answer undo(List<Ruling> before, Revision revision, Call call) throws CannotDo {
    if (before.isEmpty()) {
      throw new CannotDo("Nobody said which version " + Named.words(revision) + " is.");
    }
    for (Ruling ruling : before) {
      call.known().tracker().takeBack(ruling);
      log.info("{} took back at {} that {}", call.speaker().user(), call.now(), ruling);
    }
    return said(revision, "That is " + Named.words(revision) + " again, as it says itself");
  }

  private static Answer said(Revision revision, String sentence) {
    String follows = revision.link().map(link -> ", after " + link.to().label()).orElse("");
    return Answer.now(new LineView(sentence + follows + ":", revision.title()));
  }

  private static Revision revision(List<String> words, Call call) throws CannotDo {
    List<Named> named = Named.all(words, call);
    Optional<Revision> revision = named.size() == 1 ? named.get(0).only() : Optional.empty();
    return revision.orElseThrow(
        () -> new CannotDo("Which posting? Give its Message-ID or URL, or a series and version."));
  }

  private static Version version(String said) throws CannotDo {
    Matcher matcher = VERSION.matcher(said);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw new CannotDo("A version is a number from 1 to 999, such as 3.");
    }
    int minor = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return new Version(Integer.parseInt(matcher.group(1)), minor);
  }
}
