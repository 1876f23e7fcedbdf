package reroll.bot.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reroll.bot.intake.Intake;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.PatchText;
import reroll.bot.series.Arrival;
import reroll.bot.series.Link;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesTracker;
import reroll.bot.series.TrackedMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.git.GitArchive;

/**
 * Compares the pairing of patches in real rerolls with git's own: for each patch the files that it
 * shows are put into a repository, before it as a merge, which git-range-diff(1) passes over, and
 * behind it as a commit.
 */
public final class RangeDiffAgreement {
  private static final int MAX_PATCHES = 40;

  private final ArchiveSource source;
  private final GitRepository repository;
  private final Map<String, Mail> mails = new HashMap<>();
  private int rerolls;
  private int samePairing;
  private int pairs;
  private int samePairs;
  private int rewritten;
  private final List<Long> nanos = new ArrayList<>();

  private RangeDiffAgreement(ArchiveSource source, GitRepository repository) {
    this.source = source;
    this.repository = repository;
  }

  /** Takes the archive, a bare git repository, how many rerolls to look at, and a folder. */
  public static void main(String[] args) throws Exception {
    Path archive = Path.of(args[0]);
    Path folder = Path.of(args[2]);
    Files.createDirectories(folder);
    SeriesTracker tracker = new SeriesTracker(Integer.MAX_VALUE);
    try (ArchiveSource source =
        GitArchive.FACTORY.open(new GitArchive.Settings(archive), TestHome.beside(archive))) {
      new Intake("bench", source, Runnable::run, Clock.systemUTC(), Instant.EPOCH)
          .readAll(Cursor.START, batch -> track(batch, tracker));
      GitRepository repository =
          GitRepository.create(Files.createTempDirectory(folder, "range-diff"));
      RangeDiffAgreement agreement = new RangeDiffAgreement(source, repository);
      agreement.compareAll(tracker, Integer.parseInt(args[1]));
      agreement.print();
    }
  }

  private static void track(IntakeBatch batch, SeriesTracker tracker) {
    for (IntakeEntry entry : batch.entries()) {
      if (entry instanceof IntakeEntry.Read read) {
        tracker.accept(read.facts(), new Arrival(batch.list(), read.ref(), read.at()));
      }
    }
  }

  /** Spread over the whole archive. */
  private void compareAll(SeriesTracker tracker, int wanted) throws Exception {
    List<Revision> all = new ArrayList<>();
    for (Series series : tracker.series()) {
      series.revisions().stream().filter(RangeDiffAgreement::isComparable).forEach(all::add);
    }
    int step = Math.max(1, all.size() / wanted);
    for (int i = 0; i < all.size() && rerolls < wanted; i += step) {
      compare(all.get(i));
    }
  }

  private static boolean isComparable(Revision revision) {
    Optional<Revision> before = revision.link().map(Link::to);
    return before.isPresent() && isWhole(before.get()) && isWhole(revision);
  }

  private static boolean isWhole(Revision revision) {
    return revision.isComplete()
        && revision.total() >= 2
        && revision.total() <= MAX_PATCHES
        && !revision.isStable()
        && revision.patches().stream().allMatch(patch -> patch.mail().hasDiff());
  }

  private void compare(Revision revision) throws Exception {
    Revision before = revision.link().orElseThrow().to();
    Set<String> git;
    try {
      ImportStream stream = new ImportStream();
      int base = stream.commit("base", "base", Map.of("base", "base\n"));
      branch(stream, "left", base, before);
      branch(stream, "right", base, revision);
      repository.add(stream.toString());
      git =
          PairsOfGit.in(
              repository.run("range-diff", "-s", "--no-color", "base..left", "base..right"));
    } catch (IOException e) {
      System.err.println(revision + ": " + e.getMessage().lines().findFirst().orElse(""));
      return;
    }
    List<PatchForm> left = forms(before);
    List<PatchForm> right = forms(revision);
    long start = System.nanoTime();
    SeriesComparison comparison = SeriesComparison.of(left, right);
    nanos.add(System.nanoTime() - start);
    rewritten += comparison.count(PatchChange.REWRITTEN);
    note(revision, git, pairs(comparison, left, right));
  }

  private void note(Revision revision, Set<String> git, Set<String> ours) {
    rerolls++;
    pairs += git.size();
    Set<String> same = new LinkedHashSet<>(git);
    same.retainAll(ours);
    samePairs += same.size();
    if (git.equals(ours)) {
      samePairing++;
      return;
    }
    System.out.println(
        revision + " " + revision.head().id() + "\n  git " + git + "\n  us  " + ours);
  }

  private static Set<String> pairs(
      SeriesComparison comparison, List<PatchForm> left, List<PatchForm> right) {
    Set<String> pairs = new LinkedHashSet<>();
    for (PatchPair pair : comparison.pairs()) {
      String before = place(pair.left(), left);
      String now = place(pair.right(), right);
      if (pair.change() == PatchChange.REWRITTEN) {
        pairs.addAll(List.of(before + ":-", "-:" + now));
      } else {
        pairs.add(before + ":" + now);
      }
    }
    return pairs;
  }

  private static String place(Optional<PatchForm> patch, List<PatchForm> all) {
    List<String> numbers = all.stream().map(PatchForm::number).toList();
    return patch.map(p -> Integer.toString(numbers.indexOf(p.number()) + 1)).orElse("-");
  }

  private void branch(ImportStream stream, String branch, int base, Revision revision)
      throws Exception {
    int last = base;
    for (TrackedMail patch : revision.patches()) {
      PatchImages images = PatchImages.of(PatchText.diffOf(read(patch)));
      int before = stream.commit(branch, "before", images.before, last, base);
      String title = patch.mail().subject().title();
      String message = title + "\n\n" + PatchText.of(read(patch)).message() + "\n";
      last = stream.commit(branch, message, images.after, before);
    }
  }

  private List<PatchForm> forms(Revision revision) throws Exception {
    List<PatchForm> forms = new ArrayList<>();
    for (TrackedMail patch : revision.patches()) {
      forms.add(PatchForm.of(read(patch), patch.mail().subject(), patch.mail().author()));
    }
    return forms;
  }

  private Mail read(TrackedMail patch) throws Exception {
    Mail known = mails.get(patch.arrival().ref());
    if (known != null) {
      return known;
    }
    RawMail raw = (RawMail) source.read(patch.arrival().ref()).orElseThrow();
    Mail mail = MailParser.parse(raw.bytes());
    mails.put(patch.arrival().ref(), mail);
    return mail;
  }

  private void print() {
    nanos.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%d rerolls: %d paired as git does (%.2f %%); of %,d pairs %.2f %% are the same%n"
            + "patches of the same title that git holds for two: %d%n"
            + "time of the comparison: median %.1f ms, longest %.1f ms%n",
        rerolls,
        samePairing,
        100.0 * samePairing / rerolls,
        pairs,
        100.0 * samePairs / pairs,
        rewritten,
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() - 1) / 1e6);
  }
}
