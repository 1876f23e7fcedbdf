package reroll.bot.state;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import reroll.bot.mail.Applied;
import reroll.bot.mail.Review;
import reroll.bot.mail.RobotReport;
import reroll.bot.series.Reception;
import reroll.bot.series.Reception.AppliedNote;
import reroll.bot.series.Reception.ReviewNote;
import reroll.bot.series.Reception.RobotNote;

/** How what others made of a revision stands in a snapshot. */
final class PackedReception {
  private PackedReception() {}

  /** See {@link PackedSeries} for why. */
  static Writer writer(PackedOutput out, PackedMails.Writer mails) {
    return new Writer(out, mails);
  }

  /**
   * Makes a reader.
   *
   * @param form of the section of series: from 2 on it says which patches were applied
   */
  static Reader reader(PackedInput in, PackedMails.Reader mails, int form) {
    return new Reader(in, mails, form);
  }

  /** Writes it. */
  static final class Writer {
    private final PackedOutput out;
    private final PackedMails.Writer mails;

    private Writer(PackedOutput out, PackedMails.Writer mails) {
      this.out = out;
      this.mails = mails;
    }

    void reception(Reception reception) {
      out.number(reception.answers());
      out.optional(reception.answered(), out::instant);
      out.optional(reception.lastAnswer(), out::instant);
      out.optional(reception.authorSpoke(), out::instant);
      out.list(reception.reviews(), this::review);
      out.list(reception.robots(), this::robot);
      out.list(reception.applied(), this::applied);
      out.optional(reception.withdrawn(), out::instant);
    }

    private void review(ReviewNote note) {
      out.name(note.review().kind());
      mails.person(note.review().by());
      out.flag(note.review().conditional());
      out.list(note.review().patches(), place -> out.number(place));
      mails.person(note.sender());
      mails.id(note.mail());
      out.instant(note.at());
    }

    private void robot(RobotNote note) {
      out.name(note.report().robot());
      out.name(note.report().verdict().name());
      out.instant(note.at());
    }

    private void applied(AppliedNote note) {
      out.name(note.applied().how().name());
      out.flag(note.applied().subset());
      out.name(note.applied().where());
      out.list(note.applied().patches(), place -> out.number(place));
      mails.person(note.by());
      out.instant(note.at());
    }
  }

  /** Reads it. */
  static final class Reader {
    private final PackedInput in;
    private final PackedMails.Reader mails;
    private final int form;

    // Made once: a start would make them anew for each revision.
    private final Supplier<Instant> instant;
    private final Supplier<ReviewNote> review = this::review;
    private final Supplier<RobotNote> robot = this::robot;
    private final Supplier<AppliedNote> applied = this::applied;
    private final Supplier<Integer> place;
    private final RobotReport.Verdict[] verdicts = RobotReport.Verdict.values();
    private final Applied.How[] ways = Applied.How.values();

    private Reader(PackedInput in, PackedMails.Reader mails, int form) {
      this.in = in;
      this.mails = mails;
      this.form = form;
      this.instant = in::instant;
      this.place = in::smallNumber;
    }

    Reception reception() {
      return new Reception(
          in.smallNumber(),
          in.optional(instant),
          in.optional(instant),
          in.optional(instant),
          in.list(review),
          in.list(robot),
          in.list(applied),
          in.optional(instant));
    }

    private ReviewNote review() {
      Review review = new Review(in.name(), mails.person(), in.flag(), in.list(place));
      return new ReviewNote(review, mails.person(), mails.id(), in.instant());
    }

    private RobotNote robot() {
      RobotReport report = new RobotReport(in.name(), one(verdicts));
      return new RobotNote(report, in.instant());
    }

    private AppliedNote applied() {
      Applied applied =
          new Applied(one(ways), in.flag(), in.name(), form > 1 ? in.list(place) : List.of());
      return new AppliedNote(applied, mails.person(), in.instant());
    }

    private <E extends Enum<E>> E one(E[] known) {
      String name = in.name();
      for (E each : known) {
        if (each.name().equals(name)) {
          return each;
        }
      }
      throw PackedInput.damaged("nothing is called " + name);
    }
  }
}
