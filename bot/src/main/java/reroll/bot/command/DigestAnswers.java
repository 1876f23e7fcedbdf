package reroll.bot.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reroll.bot.digest.ClassicDigest;
import reroll.bot.digest.Digest;
import reroll.bot.digest.DigestBuilder;
import reroll.bot.digest.DigestForm;
import reroll.bot.digest.DigestOrder;
import reroll.bot.digest.DigestViews;
import reroll.bot.digest.Mailmap;
import reroll.bot.digest.Selection;
import reroll.bot.filter.BadFilter;
import reroll.bot.filter.Filter;
import reroll.bot.filter.Traits;
import reroll.bot.mail.Mail;
import reroll.bot.series.TrackedMail;
import reroll.templates.View;
import reroll.templates.digest.DigestScreenView;

/** Makes the digests that people and schedules order of what the bot knows. */
public final class DigestAnswers {
  /** As many mails are read again for one file; from a slow archive that takes half an hour. */
  public static final int MAX_READ = 2_000;

  private DigestAnswers() {}

  public static Digest digest(DigestOrder order, Call.Knowledge known) {
    return new DigestBuilder(
            order.scope(), order.window(), selection(order, known), Mailmap.EMPTY, false)
        .build(known.tracker().series());
  }

  /** A filter that can no longer be read, because a team is gone, lets nothing through. */
  private static Selection selection(DigestOrder order, Call.Knowledge known) {
    if (order.filter().isEmpty()) {
      return Selection.ALL;
    }
    try {
      Filter filter = known.filters().parse(order.filter());
      return new Selection(order.filter(), revision -> filter.matches(Traits.of(revision)));
    } catch (BadFilter unreadable) {
      return new Selection(order.filter(), revision -> false);
    }
  }

  /**
   * The digest on one screen.
   *
   * @param gaps what is not known; empty where all is
   */
  public static DigestScreenView screen(DigestOrder order, String gaps, Call.Knowledge known) {
    return screen(digest(order, known), gaps, known);
  }

  /** A digest that is made already, on one screen. */
  public static DigestScreenView screen(Digest digest, String gaps, Call.Knowledge known) {
    return DigestViews.screen(digest, mail -> SeriesAnswers.url(mail, known), gaps);
  }

  /** The mails whose text the file of a digest shows. */
  public static List<TrackedMail> shown(DigestOrder order, Call.Knowledge known) {
    return order.form() == DigestForm.CLASSIC
        ? arrivals(order, known)
        : DigestViews.heads(digest(order, known));
  }

  private static List<TrackedMail> arrivals(DigestOrder order, Call.Knowledge known) {
    Selection selection = selection(order, known);
    return known.tracker().series().stream()
        .flatMap(series -> series.revisions().stream())
        .filter(selection.revisions())
        .flatMap(revision -> revision.mails().stream())
        .filter(order::holds)
        .sorted(Comparator.comparing(mail -> mail.arrival().at()))
        .toList();
  }

  /**
   * All of a digest.
   *
   * @param mails gives the text of the mails that are {@link #shown}; empty for those that no
   *     archive has any more
   */
  public static View file(
      DigestOrder order,
      Function<TrackedMail, Optional<Mail>> mails,
      String gaps,
      Call.Knowledge known) {
    if (order.form() == DigestForm.CLASSIC) {
      return ClassicDigest.view(
          order.window().fromName(),
          order.window().toName(),
          order.scope().name(),
          order.filter(),
          arrivals(order, known).stream().map(mails).flatMap(Optional::stream).toList());
    }
    return DigestViews.full(
        digest(order, known),
        order.scope().name(),
        mails,
        gaps.isEmpty() ? List.of() : List.of(gaps));
  }

  /** Refuses a file that would take too long to make. */
  static void checkSize(DigestOrder order, Call.Knowledge known) throws CannotDo {
    if (isTooMuch(order, known)) {
      throw new CannotDo(
          "That is more than "
              + MAX_READ
              + " mails to read again; name a shorter window, or say brief.");
    }
  }

  /** Whether its file would take too long to make. */
  public static boolean isTooMuch(DigestOrder order, Call.Knowledge known) {
    return shown(order, known).size() > MAX_READ;
  }
}
