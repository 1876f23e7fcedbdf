package reroll.bot.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reroll.bot.digest.TakenWords;
import reroll.bot.review.ReviewLedger;
import reroll.bot.review.Standing;
import reroll.bot.review.Standing.Ground;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.templates.answer.StateView;

/** Turns how a series stands into what answers and cards show. */
public final class StandingAnswers {
  private StandingAnswers() {}

  static StateView state(Series series, Call call) {
    Revision latest = series.latest();
    Standing standing = Standing.of(latest);
    List<String> reasons = reasons(standing, latest, call.known());
    reasons.addAll(ReviewAnswers.late(ReviewLedger.of(latest), latest, call.known()));
    return new StateView(
        series.toString(),
        series.title(),
        SeriesAnswers.url(latest.head(), call.known()),
        latest.label(),
        SeriesAnswers.patches(latest),
        words(standing, latest),
        isTold(standing.since()) ? SeriesAnswers.day(standing.since(), call.known().zone()) : "",
        Ago.of(standing.since(), call.now()),
        reasons,
        RobotWords.of(latest));
  }

  /** From what it is concluded how a revision stands, one sentence each. */
  public static List<String> reasons(Standing standing, Revision revision, Call.Knowledge known) {
    List<String> reasons = new ArrayList<>();
    standing.grounds().forEach(ground -> reasons.add(words(ground, revision, known)));
    if (standing.isContradicted(revision)) {
      reasons.add("others say otherwise: it was refused, or taken back");
    }
    return reasons;
  }

  /** Not every archive says when its mails came. */
  private static boolean isTold(Instant arrival) {
    return arrival.isAfter(Instant.EPOCH);
  }

  /** In a few words, as sure as it can be. */
  public static String words(Standing standing, Revision revision) {
    String applied = TakenWords.taken(revision);
    return switch (standing.kind()) {
      case WAITS_FOR_REVIEW -> revision.isPull() ? "waits to be merged" : "waits for a review";
      case UNDER_REVIEW -> "under review";
      case WAITS_FOR_AUTHOR -> "waits for its author, it seems";
      case NACKED -> "refused by somebody";
      case REVIEWED -> revision.isPull() ? "has a review" : "every patch has a review";
      case APPLIED -> applied + says(standing);
      case APPLIED_IN_PART -> applied + " in part" + says(standing);
      case SUPERSEDED -> "superseded";
      case WITHDRAWN -> "withdrawn by its author";
    };
  }

  private static String says(Standing standing) {
    return standing.isCertain() ? "" : ", a person says";
  }

  private static String words(Ground ground, Revision revision, Call.Knowledge known) {
    if (ground instanceof Ground.SaidApplied said) {
      String where = said.note().applied().where();
      return said.note().by().display()
          + " "
          + TakenWords.taken(revision)
          + " "
          + AppliedWords.what(said.note().applied(), revision)
          + (where.isEmpty() ? "" : TakenWords.into(revision) + where)
          + on(said.note().at(), known);
    }
    if (ground instanceof Ground.SaidNo no) {
      return no.note().sender().display() + " said no" + on(no.note().at(), known);
    }
    if (ground instanceof Ground.Newer newer) {
      return newer.revision().label() + " came" + on(newer.revision().began(), known);
    }
    if (ground instanceof Ground.TakenBack back) {
      return revision.author().display() + " asked not to look at it" + on(back.at(), known);
    }
    if (ground instanceof Ground.AuthorSpoke author) {
      return revision.author().display() + " answered last" + on(author.at(), known);
    }
    Ground.Answers answers = (Ground.Answers) ground;
    return answers.count() == 0
        ? "nobody has answered"
        : (answers.count() == 1 ? "1 answer" : answers.count() + " answers")
            + answers.last().map(at -> on(at, known)).map(StandingAnswers::last).orElse("");
  }

  private static String last(String on) {
    return on.isEmpty() ? "" : ", the last" + on;
  }

  private static String on(Instant at, Call.Knowledge known) {
    return isTold(at) ? " on " + SeriesAnswers.day(at, known.zone()) : "";
  }
}
