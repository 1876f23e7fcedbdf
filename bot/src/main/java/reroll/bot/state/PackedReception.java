package reroll.bot.state;

import java.time.Instant;
import java.util.Arrays;
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

  /** Writes it. */
  static final class Writer {
    private final PackedOutput out;
    private final PackedMails.Writer mails;

    Writer(PackedOutput out, PackedMails.Writer mails) {
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

    /**
     * Makes a reader.
     *
     * @param form of the section of series: from 2 on it says which patches were applied
     */
    Reader(PackedInput in, PackedMails.Reader mails, int form) {
      this.in = in;
      this.mails = mails;
      this.form = form;
      this.instant = in::instant;
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
      Review review = new Review(in.name(), mails.person(), in.flag(), in.list(in::smallNumber));
      return new ReviewNote(review, mails.person(), mails.id(), in.instant());
    }

    private RobotNote robot() {
      RobotReport report = new RobotReport(in.name(), one(RobotReport.Verdict.values()));
      return new RobotNote(report, in.instant());
    }

    private AppliedNote applied() {
      Applied applied =
          new Applied(
              one(Applied.How.values()),
              in.flag(),
              in.name(),
              form > 1 ? in.list(in::smallNumber) : List.of());
      return new AppliedNote(applied, mails.person(), in.instant());
    }

    private <E extends Enum<E>> E one(E[] known) {
      String name = in.name();
      return Arrays.stream(known)
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElseThrow(() -> PackedInput.damaged("nothing is called " + name));
    }
  }
}
