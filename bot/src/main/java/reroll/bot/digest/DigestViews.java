package reroll.bot.digest;

import static reroll.bot.digest.EntryWords.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import reroll.bot.digest.Digest.Count;
import reroll.bot.digest.Digest.Entry;
import reroll.bot.digest.Digest.Standing;
import reroll.bot.digest.Digest.Totals;
import reroll.bot.mail.Mail;
import reroll.bot.mail.Person;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;
import reroll.templates.digest.CountRow;
import reroll.templates.digest.DigestScreenView;
import reroll.templates.digest.FullDigestView;

/** Turns a digest into what its templates show. */
public final class DigestViews {
  static final int MAX_WAITING = 20;

  /** Lines of a kind on one screen. */
  static final int MAX_ROWS = 8;

  static final int MAX_PEOPLE = 5;

  private DigestViews() {}

  /**
   * The whole digest.
   *
   * @param mails gives the mail that speaks for a revision; empty where the archive has lost it
   * @param gaps what could not be read
   */
  public static FullDigestView full(
      Digest digest,
      String listName,
      Function<TrackedMail, Optional<Mail>> mails,
      List<String> gaps) {
    return new FullDigestView(
        digest.window().fromName(),
        digest.window().toName(),
        listName.toUpperCase(Locale.ROOT),
        digest.window().period(),
        digest.filter(),
        counts(digest),
        rows(digest.topDomains()),
        rows(digest.topPeople()),
        leftOut(digest),
        digest.entries().stream().map(EntryWords::line).toList(),
        digest.entries().stream()
            .filter(DigestViews::isNews)
            .map(entry -> entry(entry, mails.apply(entry.revision().head())))
            .toList(),
        digest.applied().stream().map(EntryWords::applied).toList(),
        digest.pulls().stream().map(EntryWords::pull).toList(),
        digest.waiting().stream().limit(MAX_WAITING).map(EntryWords::waiting).toList(),
        Math.max(0, digest.waiting().size() - MAX_WAITING),
        gaps);
  }

  /** The mails whose text the {@link #full} digest shows. */
  public static List<TrackedMail> heads(Digest digest) {
    return digest.entries().stream()
        .filter(DigestViews::isNews)
        .map(entry -> entry.revision().head())
        .toList();
  }

  /**
   * The digest on one screen.
   *
   * @param urls gives the page of a mail; empty where there is none
   * @param gap what is not known; empty where all is
   */
  public static DigestScreenView screen(
      Digest digest, Function<TrackedMail, String> urls, String gap) {
    List<Entry> news = standing(digest, Standing.NEW);
    List<Entry> rerolls =
        standing(digest, Standing.REROLL, Standing.PARTIAL, Standing.RESENT, Standing.LATE);
    return new DigestScreenView(
        digest.list(),
        digest.filter(),
        digest.window().period(),
        counts(digest),
        digest.topPeople().stream()
            .limit(MAX_PEOPLE)
            .map(c -> Person.parse(c.label()).display() + " " + c.patches())
            .toList(),
        leftOut(digest),
        rows(news, urls),
        Math.max(0, news.size() - MAX_ROWS),
        rows(rerolls, urls),
        Math.max(0, rerolls.size() - MAX_ROWS),
        skipped(
            standing(digest, Standing.SKIPPED).size(), standing(digest, Standing.WITHDRAWN).size()),
        digest.applied().stream()
            .limit(MAX_ROWS)
            .map(a -> row(a.revision(), EntryWords.appliedBy(a), urls))
            .toList(),
        Math.max(0, digest.applied().size() - MAX_ROWS),
        digest.pulls().stream().limit(MAX_ROWS).map(r -> row(r, pull(r), urls)).toList(),
        Math.max(0, digest.pulls().size() - MAX_ROWS),
        waiting(digest.waiting().size()),
        gap);
  }

  private static List<Entry> standing(Digest digest, Standing... wanted) {
    return digest.entries().stream()
        .filter(entry -> List.of(wanted).contains(entry.standing()))
        .toList();
  }

  private static List<DigestScreenView.Row> rows(
      List<Entry> entries, Function<TrackedMail, String> urls) {
    return entries.stream().limit(MAX_ROWS).map(entry -> row(entry, urls)).toList();
  }

  private static DigestScreenView.Row row(Entry entry, Function<TrackedMail, String> urls) {
    Revision revision = entry.revision();
    String about =
        revision.label() + ", " + EntryWords.patches(entry) + ", " + revision.author().display();
    // Those that are new stand under a heading that says so.
    String standing = EntryWords.standing(entry).replaceFirst("^new(?:, |$)", "");
    return row(revision, standing.isEmpty() ? about : about + ", " + standing, urls);
  }

  private static String pull(Revision revision) {
    String again = EntryWords.pulledAgain(revision);
    return revision.author().display() + (again.isEmpty() ? "" : ", " + again);
  }

  private static DigestScreenView.Row row(
      Revision revision, String about, Function<TrackedMail, String> urls) {
    return new DigestScreenView.Row(
        revision.series().toString(),
        EntryWords.title(revision),
        urls.apply(revision.head()),
        about);
  }

  private static String skipped(int superseded, int withdrawn) {
    List<String> sentences = new ArrayList<>();
    if (superseded > 0) {
      sentences.add(
          count(superseded, "revision was", "revisions were") + " superseded within this time.");
    }
    if (withdrawn > 0) {
      sentences.add(
          count(withdrawn, "revision was", "revisions were") + " withdrawn by the author.");
    }
    return String.join(" ", sentences);
  }

  private static String waiting(int series) {
    return series == 0
        ? ""
        : count(series, "series has", "series have") + " waited for an answer for a week or more.";
  }

  static String counts(Digest digest) {
    Totals totals = digest.totals();
    return totals.patches() + totals.series() == 0
        ? "no patches"
        : count(totals.patches(), "patch", "patches")
            + " in "
            + count(totals.series(), "series", "series")
            + " by "
            + count(totals.people(), "person", "people")
            + " from "
            + count(totals.domains(), "domain", "domains");
  }

  private static List<CountRow> rows(List<Count> counts) {
    return counts.stream().map(c -> new CountRow(c.patches(), c.label())).toList();
  }

  private static String leftOut(Digest digest) {
    int stable = digest.leftOut().stable();
    int robots = digest.leftOut().robots();
    List<String> kinds = new ArrayList<>();
    if (stable > 0) {
      kinds.add(count(stable, "patch", "patches") + " for stable kernels");
    }
    if (robots > 0) {
      kinds.add(count(robots, "patch", "patches") + " by robots");
    }
    return kinds.isEmpty() ? "" : "Not counted above: " + String.join(", ", kinds);
  }

  private static boolean isNews(Entry entry) {
    return entry.standing() != Standing.SKIPPED && entry.standing() != Standing.WITHDRAWN;
  }

  private static FullDigestView.Entry entry(Entry entry, Optional<Mail> head) {
    Revision revision = entry.revision();
    Person author = revision.author();
    Person sender = revision.head().mail().sender();
    String changelog = revision.head().mail().changelog().orElse("");
    boolean whole = revision.patches().size() > 1 || revision.cover().isPresent();
    return new FullDigestView.Entry(
        EntryWords.news(entry),
        EntryWords.title(revision),
        head.map(Mail::subject).orElse("[PATCH " + revision.label() + "] " + revision.title()),
        author.toString(),
        PersonBook.areOne(sender, author) ? "" : sender.toString(),
        changelog.isEmpty()
            ? ""
            : "New in " + revision.label() + ":\n" + changelog.indent(1).stripTrailing(),
        head.map(mail -> EntryText.of(mail, changelog, whole && entry.isComplete()))
            .orElse("(the archive no longer has this mail)"),
        whole
            ? entry.patches().stream().map(patch -> EntryWords.patch(patch, revision)).toList()
            : List.of(),
        received(entry));
  }

  private static String received(Entry entry) {
    if (entry.isComplete()) {
      return "";
    }
    return entry.standing() == Standing.PARTIAL
        ? EntryWords.anew(entry)
        : entry.received() + " of " + entry.revision().total() + " patches received";
  }
}
