package reroll.bot.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reroll.bot.review.BadgeTotals;
import reroll.bot.review.Forgotten;
import reroll.bot.review.PatchStep;
import reroll.bot.series.Link;
import reroll.bot.series.LinkEvidence;
import reroll.bot.series.Reception;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.TrackedMail;
import reroll.templates.answer.SeriesView;
import reroll.templates.answer.WhyView;

/** Turns series into what answers show. */
public final class SeriesAnswers {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT);

  private SeriesAnswers() {}

  static SeriesView series(Series series, Call.Knowledge known) {
    return new SeriesView(
        series.toString(),
        series.title(),
        url(series.latest().head(), known),
        series.latest().author().display(),
        series.revisions().stream().map(r -> row(r, series, known)).toList(),
        RobotWords.of(series.latest()));
  }

  private static SeriesView.Row row(Revision revision, Series series, Call.Knowledge known) {
    return new SeriesView.Row(
        revision.label(),
        url(revision.head(), known),
        day(revision.began(), known.zone()),
        patches(revision, series),
        revision.title().equals(series.title()) ? "" : revision.title(),
        reception(revision));
  }

  /** Where people can read a mail, on the first of its lists that has a page. */
  public static String url(TrackedMail mail, Call.Knowledge known) {
    return mail.lists().stream()
        .map(known::list)
        .flatMap(Optional::stream)
        .map(list -> list.url(mail.id()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  public static String day(Instant instant, ZoneId zone) {
    return DAY.format(instant.atZone(zone));
  }

  /** What it is and how much of it is there. */
  public static String patches(Revision revision) {
    return PostingWords.of(revision);
  }

  /** The same, and for the newest one how its patches came out of those before. */
  private static String patches(Revision revision, Series series) {
    String changed =
        revision == series.latest()
            ? revision.link().map(link -> changed(link.to(), revision)).orElse("")
            : "";
    return patches(revision) + (changed.isEmpty() ? "" : "; " + changed);
  }

  private static String changed(Revision before, Revision now) {
    String totals = BadgeTotals.words(PatchStep.between(before, now));
    return totals.isEmpty() ? Forgotten.change(before) : totals;
  }

  /** What happened to it, in a few words; empty where nothing did. */
  public static String reception(Revision revision) {
    Reception reception = revision.reception();
    List<String> parts = new ArrayList<>();
    reception.withdrawn().ifPresent(at -> parts.add("withdrawn"));
    reception.applied().stream()
        .findFirst()
        .ifPresent(note -> parts.add(AppliedWords.said(note, revision)));
    if (!reception.reviewers().isEmpty()) {
      parts.add("reviewed by " + String.join(", ", reception.reviewers()));
    } else if (reception.answers() > 0) {
      parts.add(reception.answers() == 1 ? "1 answer" : reception.answers() + " answers");
    }
    return String.join("; ", parts);
  }

  /**
   * Why its revisions are held to be one series.
   *
   * @param told why somebody hears of it
   */
  static WhyView why(Series series, List<String> told, Call.Knowledge known) {
    return new WhyView(
        series.toString(),
        series.title(),
        series.revisions().stream()
            .filter(revision -> revision.link().isPresent())
            .map(revision -> why(revision, revision.link().orElseThrow(), known.zone()))
            .toList(),
        RulingWords.notes(series, known),
        told);
  }

  private static WhyView.Row why(Revision revision, Link link, ZoneId zone) {
    List<String> reasons = link.evidence().stream().map(each -> words(each, zone)).toList();
    return new WhyView.Row(
        revision.label() + " follows " + link.to().label(), certainty(link), reasons);
  }

  private static String certainty(Link link) {
    if (link.isByPerson()) {
      return "a person says so";
    }
    return link.isStated() ? "the author says so" : "it looks so";
  }

  private static String words(LinkEvidence evidence, ZoneId zone) {
    if (evidence instanceof LinkEvidence.ByPerson person) {
      return person.by() + " linked these on " + day(person.at(), zone);
    }
    if (evidence instanceof LinkEvidence.ChangeId change) {
      return "both carry the change-id " + change.id();
    }
    if (evidence instanceof LinkEvidence.StatedLink link) {
      return "it links to <" + link.target() + ">";
    }
    if (evidence instanceof LinkEvidence.Answers answer) {
      return "it was posted as an answer to <" + answer.parent() + ">";
    }
    if (evidence instanceof LinkEvidence.SameTitle) {
      return "the titles are equal";
    }
    if (evidence instanceof LinkEvidence.SharedPatches patches) {
      return patches.shared() + " of " + patches.of() + " patches have equal titles";
    }
    if (evidence instanceof LinkEvidence.LikeContent content) {
      return content.percent() + " % of the changed lines are the same";
    }
    if (evidence instanceof LinkEvidence.SharedFiles files) {
      return files.shared() + " of " + files.of() + " changed files are the same";
    }
    return "the author is the same, " + ((LinkEvidence.SameAuthor) evidence).author();
  }
}
