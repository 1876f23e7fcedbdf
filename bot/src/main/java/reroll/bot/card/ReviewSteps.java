package reroll.bot.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reroll.bot.mail.Counter;
import reroll.bot.review.PatchStep;
import reroll.bot.review.ReviewLedger;
import reroll.bot.series.Reception.ReviewNote;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/**
 * Which review trailers a revision carries over from the one before, which it gained and lost, and
 * which patches nobody has reviewed. Used once, by one thread.
 */
final class ReviewSteps {
  /** More than these are counted: a card is one screen. */
  private static final int MAX_SHOWN = 6;

  private final Map<String, List<String>> carried = new LinkedHashMap<>();
  private final Map<String, List<String>> gained = new LinkedHashMap<>();
  private final Map<String, List<String>> lost = new LinkedHashMap<>();
  private final List<String> unreviewed = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private final List<String> ofTheWhole;

  private ReviewSteps(Revision now) {
    ofTheWhole = now.cover().map(cover -> cover.mail().reviews()).orElse(List.of());
  }

  /** The sentences of a card; empty where there is nothing to say. */
  static List<String> words(List<PatchStep> steps, Revision before, Revision now) {
    ReviewSteps reviews = new ReviewSteps(now);
    steps.forEach(reviews::take);
    return reviews.sentences(before, now);
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
    boolean reviewed = isReviewed(now) || isReviewed(ofTheWhole);
    if (step.now().isPresent() && !reviewed) {
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
    add(sentences, "Carried over", carried);
    add(sentences, "Gained", gained);
    add(sentences, "Lost", lost);
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
    ReviewLedger.of(now).late().stream()
        .limit(MAX_SHOWN)
        .forEach(note -> sentences.add(late(note, before, now)));
    sentences.add(open(now));
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
