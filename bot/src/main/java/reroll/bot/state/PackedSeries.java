package reroll.bot.state;

import java.util.Optional;
import java.util.function.Supplier;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Sketch;
import reroll.bot.series.Arrival;
import reroll.bot.series.LinkEvidence;
import reroll.bot.series.SavedSeries;
import reroll.bot.series.SavedSeries.SavedLink;
import reroll.bot.series.SavedSeries.SavedMail;
import reroll.bot.series.SavedSeries.SavedRevision;

/** How series stand in a snapshot. */
final class PackedSeries {
  /** Public-inbox counts them from 0; the largest list of the kernel has 19. */
  private static final int MAX_EPOCH = 999_999;

  private PackedSeries() {}

  // Writers and readers are made here, and not by those who use them: among the classes that a
  // start finds ready there are no lambdas of a class whose outer class is never used itself.

  static Writer writer(PackedOutput out) {
    return new Writer(out);
  }

  static Reader reader(PackedInput in, int form) {
    return new Reader(in, form);
  }

  /** Writes them. */
  static final class Writer {
    private final PackedOutput out;
    private final PackedMails.Writer mails;
    private final PackedReception.Writer reception;

    private Writer(PackedOutput out) {
      this.out = out;
      this.mails = PackedMails.writer(out);
      this.reception = PackedReception.writer(out, mails);
    }

    void series(SavedSeries series) {
      out.number(series.id());
      out.list(series.aliases(), out::number);
      out.list(series.revisions(), this::revision);
    }

    private void revision(SavedRevision revision) {
      out.number(revision.number());
      mails.version(revision.version());
      out.number(revision.total());
      out.optional(revision.cover(), this::mail);
      out.list(revision.patches(), this::mail);
      out.list(revision.others(), this::mail);
      out.optional(revision.link(), this::link);
      reception.reception(revision.reception());
      out.optional(revision.kept(), mails::sketch);
    }

    private void mail(SavedMail mail) {
      mails.mail(mail.mail());
      arrival(mail.arrival());
      out.longWord(mail.titleHash());
      mails.names(mail.lists());
    }

    private void arrival(Arrival arrival) {
      out.name(arrival.list());
      out.optional(arrival.commit(), this::commit);
      if (arrival.commit().isEmpty()) {
        out.text(arrival.ref());
      }
      out.instant(arrival.at());
    }

    private void commit(Arrival.Commit commit) {
      out.number(commit.epoch());
      out.longWord(commit.bits());
    }

    private void link(SavedLink link) {
      out.number(link.to());
      out.list(link.evidence(), this::evidence);
    }

    /** A kind is known by its word. */
    private void evidence(LinkEvidence evidence) {
      out.name(evidence.kind());
      if (evidence instanceof LinkEvidence.ByPerson person) {
        out.name(person.by());
        out.instant(person.at());
      } else if (evidence instanceof LinkEvidence.ChangeId changeId) {
        out.name(changeId.id());
      } else if (evidence instanceof LinkEvidence.StatedLink link) {
        mails.id(link.target());
      } else if (evidence instanceof LinkEvidence.Answers answers) {
        mails.id(answers.parent());
      } else if (evidence instanceof LinkEvidence.SameTitle title) {
        out.name(title.title());
      } else if (evidence instanceof LinkEvidence.SharedPatches patches) {
        out.number(patches.shared());
        out.number(patches.of());
      } else if (evidence instanceof LinkEvidence.LikeContent content) {
        out.number(content.percent());
      } else if (evidence instanceof LinkEvidence.SharedFiles files) {
        out.number(files.shared());
        out.number(files.of());
      } else if (evidence instanceof LinkEvidence.SameAuthor author) {
        out.name(author.author());
      }
    }
  }

  /** Reads them. */
  static final class Reader {
    private final PackedInput in;
    private final PackedMails.Reader mails;
    private final PackedReception.Reader reception;

    /** Of the section; from 4 on commits stand there in bits, and what titles are known by. */
    private final int form;

    // Made once: a start would make them anew for each revision.
    private final Supplier<SavedRevision> revision = this::revision;
    private final Supplier<SavedMail> mail = this::mail;
    private final Supplier<SavedLink> link = this::link;
    private final Supplier<LinkEvidence> evidence = this::evidence;
    private final Supplier<Sketch> sketch;
    private final Supplier<Long> number;

    private Reader(PackedInput in, int form) {
      this.in = in;
      this.form = form;
      this.mails = PackedMails.reader(in, form);
      this.reception = PackedReception.reader(in, mails, form);
      this.sketch = mails::sketch;
      this.number = in::number;
    }

    SavedSeries series() {
      SavedSeries series = new SavedSeries(in.number(), in.list(number), in.list(revision));
      if (!series.isWhole()) {
        throw PackedInput.damaged("a series has lost a part");
      }
      return series;
    }

    private SavedRevision revision() {
      return new SavedRevision(
          in.number(),
          mails.version(),
          in.smallNumber(),
          in.optional(mail),
          in.list(mail),
          in.list(mail),
          in.optional(link),
          reception.reception(),
          form < 4 ? Optional.empty() : in.optional(sketch));
    }

    private SavedMail mail() {
      PatchMail mail = mails.mail();
      return form < 4
          ? SavedMail.of(mail, new Arrival(in.name(), in.text(), in.instant()), mails.names())
          : new SavedMail(mail, arrival(), in.longWord(), mails.names());
    }

    private Arrival arrival() {
      String list = in.name();
      return in.flag()
          ? new Arrival(list, in.count(MAX_EPOCH), in.longWord(), in.second(), in.nano())
          : new Arrival(list, in.text(), in.instant());
    }

    private SavedLink link() {
      return new SavedLink(in.number(), in.list(evidence));
    }

    private LinkEvidence evidence() {
      String kind = in.name();
      return switch (kind) {
        case "person" -> new LinkEvidence.ByPerson(in.name(), in.instant());
        case "change-id" -> new LinkEvidence.ChangeId(in.name());
        case "link" -> new LinkEvidence.StatedLink(mails.id());
        case "thread" -> new LinkEvidence.Answers(mails.id());
        case "title" -> new LinkEvidence.SameTitle(in.name());
        case "patch-titles" -> new LinkEvidence.SharedPatches(in.smallNumber(), in.smallNumber());
        case "content" -> new LinkEvidence.LikeContent(in.smallNumber());
        case "files" -> new LinkEvidence.SharedFiles(in.smallNumber(), in.smallNumber());
        case "author" -> new LinkEvidence.SameAuthor(in.name());
        default -> throw PackedInput.damaged("there is no evidence of the kind " + kind);
      };
    }
  }
}
