package reroll.bot.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.MessageId;
import reroll.bot.series.Revision;
import reroll.bot.series.Ruling;
import reroll.bot.series.Rulings;
import reroll.bot.series.Series;
import reroll.bot.series.TrackedMail;
import reroll.templates.answer.RulingsView;

/** What people said of how mails belong together, in words. */
final class RulingWords {
  /** More are counted: an answer is one screen. */
  private static final int MAX_SHOWN = 20;

  private RulingWords() {}

  static CannotDo tooMany() {
    return new CannotDo(
        "I remember " + Rulings.MAX + " such words and no more; take one back first, see !links.");
  }

  /** What names a revision in a command: of several of one label its mail. */
  static String name(Revision revision) {
    long alike =
        revision.series().revisions().stream()
            .filter(other -> other.version().equals(revision.version()))
            .count();
    return alike == 1
        ? revision.series() + " " + revision.label().replace(' ', '-')
        : revision.head().id().value();
  }

  /** That somebody parted these two. */
  static Optional<Ruling> between(Revision revision, Revision earlier, Rulings rulings) {
    return rulings.of(revision).stream()
        .filter(Ruling.Apart.class::isInstance)
        .filter(rulings.of(earlier)::contains)
        .findFirst();
  }

  /** What was said last, first. */
  static RulingsView list(Call.Knowledge known) {
    List<Ruling> newestFirst = new ArrayList<>(known.tracker().rulings().all());
    Collections.reverse(newestFirst);
    List<RulingsView.Row> rows =
        newestFirst.stream().limit(MAX_SHOWN).map(ruling -> row(ruling, known)).toList();
    return new RulingsView(rows, newestFirst.size() - rows.size());
  }

  private static RulingsView.Row row(Ruling ruling, Call.Knowledge known) {
    return new RulingsView.Row(
        words(ruling, known),
        title(ruling.mail(), known),
        ruling.by(),
        SeriesAnswers.day(ruling.at(), known.zone()),
        undo(ruling));
  }

  private static String title(MessageId mail, Call.Knowledge known) {
    return known
        .tracker()
        .mail(mail)
        .map(each -> each.revision().title())
        .orElse("a mail of long ago, no longer in memory");
  }

  private static String words(Ruling ruling, Call.Knowledge known) {
    String mail = words(ruling.mail(), known);
    if (ruling instanceof Ruling.Follows follows) {
      return mail + " follows " + words(follows.earlier(), known);
    }
    if (ruling instanceof Ruling.Apart apart) {
      return mail + " does not follow " + words(apart.earlier(), known);
    }
    return mail + " is " + ((Ruling.Counted) ruling).version();
  }

  private static String words(MessageId mail, Call.Knowledge known) {
    return known
        .tracker()
        .mail(mail)
        .map(TrackedMail::revision)
        .map(Named::words)
        .orElseGet(() -> "<" + mail + ">");
  }

  /** Names mails, since those never change their names. */
  private static String undo(Ruling ruling) {
    if (ruling instanceof Ruling.Follows) {
      return "!unlink " + ruling.mail();
    }
    if (ruling instanceof Ruling.Apart apart) {
      return "!link " + ruling.mail() + " " + apart.earlier();
    }
    return "!version " + ruling.mail() + " undo";
  }

  /** What was said of a series and is no link. */
  static List<String> notes(Series series, Call.Knowledge known) {
    return series.revisions().stream()
        .flatMap(revision -> known.tracker().rulings().of(revision).stream())
        .distinct()
        .filter(ruling -> !(ruling instanceof Ruling.Follows))
        .map(
            ruling ->
                ruling.by()
                    + " said on "
                    + SeriesAnswers.day(ruling.at(), known.zone())
                    + " that "
                    + words(ruling, known))
        .toList();
  }
}
