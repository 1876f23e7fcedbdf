package reroll.bot.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import reroll.bot.mail.PatchMail;

/**
 * Makes stubs of the series of which nothing was heard for long, so that years of mail take little
 * room. A stub has all by which it is named, found, linked and judged; what only a close look at
 * its patches needs is gone, see {@link PatchMail#inShort}. Time is that of the archives.
 * Immutable.
 *
 * @param silence after which a series becomes a stub
 */
public record Retention(Duration silence) {
  /** All is kept. */
  public static final Retention FOR_EVER = new Retention(Duration.ofSeconds(Long.MAX_VALUE));

  /** A new version comes within a year, mostly; work that is taken up later has changed much. */
  public static final Retention TWO_YEARS = new Retention(Duration.ofDays(730));

  /** Revisions from one look to the next, which is at all series. */
  static final int EVERY = 500;

  /**
   * To be told of each mail; looks at all series now and then, by the numbers of revisions, so that
   * the same mails give the same stubs wherever a process ended.
   *
   * @param newest when the last of all mails arrived
   */
  void placed(TrackedMail mail, Collection<Series> all, Instant newest) {
    Revision revision = mail.revision();
    if (revision.number() % EVERY == 0 && revision.head() == mail) {
      all.stream()
          .filter(series -> isWhole(series) && wasSilent(series, newest))
          .flatMap(series -> series.revisions().stream())
          .forEach(each -> each.shrinkTo(each.substance().content()));
    }
  }

  private static boolean isWhole(Series series) {
    return series.revisions().stream().anyMatch(revision -> !revision.isStub());
  }

  private boolean wasSilent(Series series, Instant newest) {
    return series.revisions().stream()
        .flatMap(Retention::heard)
        .allMatch(at -> Duration.between(at, newest).compareTo(silence) > 0);
  }

  /** When something came of a revision. */
  private static Stream<Instant> heard(Revision revision) {
    Reception reception = revision.reception();
    return Stream.concat(
        revision.mails().stream().map(mail -> mail.arrival().at()),
        Stream.of(reception.lastAnswer(), reception.authorSpoke()).flatMap(Optional::stream));
  }
}
