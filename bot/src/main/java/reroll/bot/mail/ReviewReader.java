package reroll.bot.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the reviews in what somebody writes (PEERS A06): trailers of their own line, also for some
 * patches of several or on a condition, and a NACK. Used once, by one thread.
 */
final class ReviewReader {
  /** A mail that says more is no review. */
  static final int MAX = 32;

  /** Nobody names more patches one by one. */
  private static final int MAX_PATCHES = 64;

  /** Lines with a review are short; longer ones are cut. */
  private static final int MAX_LINE_CHARS = 500;

  /** What authors say of themselves and of what they took over. */
  private static final Set<String> NO_REVIEWS =
      Set.of("Signed-off-by", "Co-developed-by", "Co-authored-by", "Based-on-patch-by");

  /** Most replies hold none of these. */
  private static final WordScan REVIEWS = new WordScan("-by", "nak", "nack");

  private static final Pattern IN_SENTENCE =
      Pattern.compile(
          "(.{3,200}?)[,:;.]? ((?:Reviewed|Acked|Tested)-by: .+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\b(?:with|once|if|after|assuming|provided|modulo|when)\\b.*"
              + "\\b(?:fix|address|chang|resolv|nit|done|updat|correct|remov|add(?:ed|ing)|split"
              + "|comment|clarif|squash|drop|rename|above|this|that|these|those)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FOR_PATCHES =
      Pattern.compile(
          "(?:\\bfor|\\bon|\\bto|#)\\s*(?:the\\s+)?(?:patch(?:es)?)?\\s*#?"
              + "((?:\\d{1,4}(?:\\s*[-–]\\s*\\d{1,4})?(?:/\\d{1,4})?(?:\\s*(?:,|and|&)\\s*)*)+)"
              + "\\s*[):.]?\\s*$|\\bpatch(?:es)?\\s+"
              + "((?:\\d{1,4}(?:\\s*[-–]\\s*\\d{1,4})?(?:/\\d{1,4})?(?:\\s*(?:,|and|&)\\s*)*)+)"
              + "\\s*[):.]?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STRETCH =
      Pattern.compile("(\\d{1,4})(?:\\s*[-–]\\s*(\\d{1,4}))?(?:/\\d{1,4})?");
  private static final Pattern NACK =
      Pattern.compile("(?:NAK|NACK|Nacked|Nak|Nack)(?![\\w-])[^?]{0,80}");

  private final Person writer;

  /** By what they say and of whom, so that one that is said twice counts once. */
  private final Map<String, Review> found = new LinkedHashMap<>();

  private String before = "";

  private ReviewReader(Person writer) {
    this.writer = writer;
  }

  /**
   * All reviews of a reply.
   *
   * @param unquoted what its writer says
   */
  static List<Review> in(String unquoted, Person writer) {
    if (!REVIEWS.isIn(unquoted)) {
      return List.of();
    }
    ReviewReader reader = new ReviewReader(writer);
    Lines lines = new Lines(unquoted);
    while (lines.next() && reader.found.size() < MAX) {
      if (!lines.isBlank()) {
        reader.take(bounded(lines));
      }
    }
    return List.copyOf(reader.found.values());
  }

  private static String bounded(Lines lines) {
    String line = lines.line();
    return line.length() <= MAX_LINE_CHARS ? line : line.substring(0, MAX_LINE_CHARS);
  }

  private void take(String line) {
    List<Trailer> trailers = Trailer.byLines(line);
    if (!trailers.isEmpty()) {
      add(trailers.get(0), before);
      return; // what stands above one trailer stands above the next, too
    }
    if (line.contains("-by: ") || line.contains("-By: ")) {
      Matcher sentence = IN_SENTENCE.matcher(line);
      if (sentence.matches() && isCondition(sentence.group(1))) {
        Trailer.byLines(sentence.group(2)).forEach(trailer -> add(trailer, sentence.group(1)));
      }
    }
    if (NACK.matcher(line.strip()).matches()) {
      add(new Review(Review.NACK, writer, false, patches(line)));
    }
    before = line;
  }

  private void add(Trailer trailer, String above) {
    String kind = kind(trailer.key());
    if (NO_REVIEWS.contains(kind)) {
      return;
    }
    String value = trailer.value();
    String behind = value.substring(value.lastIndexOf('>') + 1);
    List<Integer> patches = patches(behind);
    add(
        new Review(
            kind,
            trailer.person(),
            isCondition(above) || isCondition(behind),
            patches.isEmpty() ? patches(above) : patches));
  }

  private void add(Review review) {
    found.putIfAbsent(review.kind() + ": " + review.by().display() + review.patches(), review);
  }

  /** {@code Reviewed-by}, however it was written. */
  private static String kind(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  private static boolean isCondition(String text) {
    return CONDITION.matcher(text).find();
  }

  private static List<Integer> patches(String text) {
    Matcher named = FOR_PATCHES.matcher(text.strip());
    List<Integer> patches = new ArrayList<>();
    if (named.find()) {
      String numbers = named.group(1) == null ? named.group(2) : named.group(1);
      Matcher stretch = STRETCH.matcher(numbers);
      while (stretch.find()) {
        int from = Integer.parseInt(stretch.group(1));
        int to = stretch.group(2) == null ? from : Integer.parseInt(stretch.group(2));
        for (int i = from; i <= to && patches.size() < MAX_PATCHES; i++) {
          patches.add(i);
        }
      }
    }
    return patches;
  }
}
