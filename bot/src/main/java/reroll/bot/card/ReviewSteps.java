package reroll.bot.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reroll.bot.mail.Counter;
import reroll.bot.review.Forgotten;
import reroll.bot.review.PatchStep;
import reroll.bot.review.ReviewLedger;
import reroll.bot.review.ReviewLedger.Entry;
import reroll.bot.review.ReviewLedger.Fate;
import reroll.bot.review.ReviewLedger.Row;
import reroll.bot.series.Reception.ReviewNote;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/**
 * Which review trailers a revision carries over from the one before, which it gained, lost and was
 * given since, and which patches nobody has reviewed. Used once, by one thread.
 */
final class ReviewSteps {
  /** More than these are counted: a card is one screen. */
  private static final int MAX_SHOWN = 6;

  private final Map<String, List<String>> carried = new LinkedHashMap<>();
  private final Map<String, List<String>> gained = new LinkedHashMap<>();
  private final Map<String, List<String>> lost = new LinkedHashMap<>();
  private final Map<String, List<String>> given = new LinkedHashMap<>();

  /** The patches that were reviewed, in themselves or in answers. */
  private final Set<String> reviewed = new HashSet<>();

  private final List<String> unreviewed = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private final List<String> ofTheWhole;
  private final ReviewLedger ledger;

  private ReviewSteps(Revision now) {
    ofTheWhole = now.cover().map(cover -> cover.mail().reviews()).orElse(List.of());
    ledger = ReviewLedger.of(now);
  }

  /** The sentences of a card; empty where there is nothing to say. */
  static List<String> words(List<PatchStep> steps, Optional<Revision> before, Revision now) {
    ReviewSteps reviews = new ReviewSteps(now);
    reviews.ledger.rows().forEach(reviews::takeGiven);
    steps.forEach(reviews::take);
    return before
        .map(earlier -> reviews.sentences(earlier, now))
        .orElseGet(reviews::sentencesOfTheFirst);
  }

  /** Whoever answered since with a review. */
  private void takeGiven(Row row) {
    String patch = counter(row.step().patch());
    row.entries().stream()
        .filter(entry -> entry.fate() == Fate.GIVEN)
        .forEach(entry -> note(given, words(entry), patch));
    if (row.isReviewed()) {
      reviewed.add(patch);
    }
  }

  private static String words(Entry entry) {
    return entry.what() + (entry.conditional() ? " on a condition" : "");
  }

  private void take(PatchStep step) {
    List<String> old = step.before().map(mail -> mail.mail().reviews()).orElse(List.of());
    List<String> now = step.now().map(mail -> mail.mail().reviews()).orElse(List.of());
    String patch = counter(step.patch());
    now.forEach(review -> note(old.contains(review) ? carried : gained, review, patch));
    now.forEach(review -> named.add(name(review)));
    if (step.now().isPresent()) {
      old.stream().filter(r -> !now.contains(r)).forEach(review -> note(lost, review, patch));
    }
    boolean isReviewed = reviewed.contains(patch) || isReviewed(now) || isReviewed(ofTheWhole);
    if (step.now().isPresent() && !isReviewed) {
      unreviewed.add(patch);
    }
  }

  /** Who only tested has not looked at the code. */
  private static boolean isReviewed(List<String> reviews) {
    return reviews.stream().anyMatch(review -> !review.startsWith("Tested-by"));
  }

  private static String counter(TrackedMail patch) {
    return patch.counter().map(Counter::toString).orElse("");
  }

  private static void note(Map<String, List<String>> into, String review, String patch) {
    into.computeIfAbsent(review, key -> new ArrayList<>()).add(patch);
  }

  private static String name(String review) {
    return review.substring(review.indexOf(':') + 2).toLowerCase(Locale.ROOT);
  }

  private List<String> sentences(Revision before, Revision now) {
    List<String> sentences = new ArrayList<>();
    if (before.isStub()) {
      sentences.add(capitalized(Forgotten.change(before)));
    }
    add(sentences, "Carried over", carried);
    add(sentences, "Gained", gained);
    add(sentences, "Lost", lost);
    add(sentences, "Given since", given);
    ofTheWhole.forEach(review -> named.add(name(review)));
    List<String> missing =
        before.reception().reviewers().stream()
            .filter(name -> !named.contains(name.toLowerCase(Locale.ROOT)))
            .toList();
    if (!missing.isEmpty()) {
      sentences.add(
          "Answered "
              + before.label()
              + " with a review and not named here: "
              + String.join(", ", missing));
    }
    ledger.late().stream().limit(MAX_SHOWN).forEach(note -> sentences.add(late(note, before, now)));
    if (!now.isPull()) {
      sentences.add(open(now));
    }
    return sentences;
  }

  private static String capitalized(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** With nothing before it, what is in its patches is no news. */
  private List<String> sentencesOfTheFirst() {
    List<String> sentences = new ArrayList<>();
    add(sentences, "Given since", given);
    return sentences;
  }

  /** Whoever reviews the wrong version would like to know. */
  private static String late(ReviewNote note, Revision before, Revision now) {
    return String.format(
        Locale.ROOT,
        "%s %s came to %s when %s was out",
        note.review().kind(),
        note.review().by().display(),
        before.label(),
        now.label());
  }

  private String open(Revision now) {
    if (unreviewed.isEmpty()) {
      return now.patches().size() == 1 ? "It has a review" : "Every patch has a review";
    }
    return unreviewed.size() == now.patches().size()
        ? "No review yet"
        : "No review yet: " + list(unreviewed);
  }

  private static void add(List<String> to, String what, Map<String, List<String>> reviews) {
    if (!reviews.isEmpty()) {
      to.add(what + ": " + list(reviews.entrySet().stream().map(ReviewSteps::words).toList()));
    }
  }

  private static String words(Map.Entry<String, List<String>> review) {
    String patches = String.join(", ", review.getValue());
    return review.getKey().replace(":", "") + (patches.isEmpty() ? "" : " (" + patches + ")");
  }

  private static String list(List<String> items) {
    String shown = items.stream().limit(MAX_SHOWN).collect(Collectors.joining(", "));
    int more = items.size() - MAX_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
