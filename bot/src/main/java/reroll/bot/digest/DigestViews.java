package reroll.bot.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import reroll.bot.digest.Digest.Applied;
import reroll.bot.digest.Digest.Count;
import reroll.bot.digest.Digest.Entry;
import reroll.bot.digest.Digest.Standing;
import reroll.bot.digest.Digest.Waiting;
import reroll.bot.mail.Diffstat;
import reroll.bot.mail.Mail;
import reroll.bot.mail.PatchText;
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
        counts(digest),
        rows(digest.topDomains()),
        rows(digest.topPeople()),
        leftOut(digest),
        digest.entries().stream().map(DigestViews::line).toList(),
        digest.entries().stream()
            .filter(DigestViews::isNews)
            .map(entry -> entry(entry, mails.apply(entry.revision().head())))
            .toList(),
        digest.applied().stream().map(DigestViews::applied).toList(),
        digest.pulls().stream().map(DigestViews::pull).toList(),
        digest.waiting().stream().limit(MAX_WAITING).map(DigestViews::waiting).toList(),
        Math.max(0, digest.waiting().size() - MAX_WAITING),
        gaps);
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
        skipped(standing(digest, Standing.SKIPPED).size()),
        digest.applied().stream()
            .limit(MAX_ROWS)
            .map(a -> row(a.revision(), appliedBy(a), urls))
            .toList(),
        digest.pulls().stream()
            .limit(MAX_ROWS)
            .map(r -> row(r, r.author().display(), urls))
            .toList(),
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
    String about = revision.label() + ", " + patches(revision) + ", " + revision.author().display();
    boolean first = entry.standing() == Standing.NEW && revision.version().major() == 1;
    return row(revision, first ? about : about + ", " + standing(entry), urls);
  }

  private static DigestScreenView.Row row(
      Revision revision, String about, Function<TrackedMail, String> urls) {
    return new DigestScreenView.Row(
        revision.series().toString(), revision.title(), urls.apply(revision.head()), about);
  }

  private static String skipped(int revisions) {
    return revisions == 0
        ? ""
        : count(revisions, "revision was", "revisions were") + " superseded within this time.";
  }

  private static String waiting(int series) {
    return series == 0
        ? ""
        : count(series, "series has", "series have") + " waited for an answer for a week or more.";
  }

  static String counts(Digest digest) {
    return count(digest.patches(), "patch", "patches")
        + " in "
        + count(digest.series(), "series", "series")
        + " by "
        + count(digest.people(), "person", "people")
        + " from "
        + count(digest.domains(), "domain", "domains");
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
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

  /** {@code [v3] title (5 patches, Author) — v2 -> v3}. */
  static String line(Entry entry) {
    return subject(entry.revision()) + " — " + standing(entry);
  }

  private static String subject(Revision revision) {
    return "["
        + revision.label()
        + "] "
        + revision.title()
        + " ("
        + patches(revision)
        + ", "
        + revision.author().display()
        + ")";
  }

  private static String patches(Revision revision) {
    return revision.isComplete()
        ? count(revision.total(), "patch", "patches")
        : revision.received() + " of " + count(revision.total(), "patch", "patches");
  }

  private static String standing(Entry entry) {
    String own = entry.revision().label();
    String before = entry.before().map(Revision::label).orElse("");
    return switch (entry.standing()) {
      case NEW ->
          entry.revision().version().major() == 1 ? "new" : "new here, earlier ones not seen";
      case REROLL -> before + " -> " + own;
      case RESENT -> "resent";
      case PARTIAL -> "replaces some patches of " + before;
      case LATE -> "more of it arrived";
      case SKIPPED -> "skipped, superseded by " + entry.after().map(Revision::label).orElse("");
      case WITHDRAWN -> "withdrawn by its author";
    };
  }

  private static boolean isNews(Entry entry) {
    return entry.standing() != Standing.SKIPPED && entry.standing() != Standing.WITHDRAWN;
  }

  private static FullDigestView.Entry entry(Entry entry, Optional<Mail> head) {
    Revision revision = entry.revision();
    Person author = revision.author();
    Person sender = revision.head().mail().sender();
    boolean posted = !sender.address().equalsIgnoreCase(author.address());
    return new FullDigestView.Entry(
        news(entry),
        revision.title(),
        head.map(Mail::subject).orElse("[PATCH " + revision.label() + "] " + revision.title()),
        author.toString(),
        posted ? sender.toString() : "",
        changelog(revision),
        head.map(DigestViews::body).orElse("(the archive no longer has this mail)"),
        revision.patches().size() > 1 || revision.cover().isPresent()
            ? revision.patches().stream().map(patch -> patch(patch, author)).toList()
            : List.of(),
        revision.isComplete()
            ? ""
            : revision.received() + " of " + revision.total() + " patches received");
  }

  private static String news(Entry entry) {
    return switch (entry.standing()) {
      case NEW -> "New";
      case LATE -> "More";
      case RESENT -> "Resent";
      default -> entry.before().map(Revision::label).orElse("") + " -> " + entry.revision().label();
    };
  }

  private static String changelog(Revision revision) {
    return revision
        .head()
        .mail()
        .changelog()
        .map(text -> "New in " + revision.label() + ":\n" + text.indent(1).stripTrailing())
        .orElse("");
  }

  private static String patch(TrackedMail patch, Person author) {
    String counter = patch.counter().map(c -> c + " ").orElse("");
    boolean other = !patch.mail().author().address().equalsIgnoreCase(author.address());
    return "  "
        + counter
        + patch.mail().subject().title()
        + (other ? " (" + patch.mail().author().display() + ")" : "");
  }

  /** The message and what stands below it, to the end of the diffstat. */
  private static String body(Mail mail) {
    PatchText text = PatchText.of(mail);
    String notes = Diffstat.upToSummary(text.notes()).stripTrailing();
    return PrintableText.of(notes.isBlank() ? text.message() : text.message() + "\n---\n" + notes);
  }

  private static String applied(Applied applied) {
    return subject(applied.revision()) + " — " + appliedBy(applied);
  }

  private static String appliedBy(Applied applied) {
    String where = applied.note().applied().where();
    return (applied.note().applied().subset() ? "partly " : "")
        + "applied by "
        + applied.note().by().display()
        + (where.isEmpty() ? "" : " to " + where);
  }

  private static String pull(Revision revision) {
    return revision.title()
        + " ("
        + revision.author().display()
        + ")"
        + revision.link().map(link -> " — again, " + revision.label()).orElse("");
  }

  private static String waiting(Waiting waiting) {
    return subject(waiting.revision()) + " — " + waiting.since().toDays() + " days";
  }
}
