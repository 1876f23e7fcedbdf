package reroll.connectors.archive.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.connectors.archive.ArchiveLookup.Wanted;

/**
 * A query for public-inbox's search (PublicInbox/Search.pm, Xapian's QueryParser). What people
 * wrote stands in it as phrases alone, so that nothing in it is an operator, a prefix or a range.
 */
final class SearchQuery {
  /** Longer phrases find no more and cost the server more. */
  private static final int MAX_CHARS = 200;

  private SearchQuery() {}

  /** Empty where nothing is left to search for. */
  static Optional<String> of(Wanted wanted) {
    List<String> parts = new ArrayList<>();
    wanted.text().map(SearchQuery::phrase).ifPresent(text -> add(parts, "nq:", text));
    wanted.subject().map(SearchQuery::phrase).ifPresent(text -> add(parts, "s:", text));
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    wanted.from().map(SearchQuery::phrase).ifPresent(text -> add(parts, "f:", text));
    // Numbers of fewer than five digits are years to the server.
    parts.add("rt:" + Math.max(100_000, wanted.since().getEpochSecond()) + "..");
    return Optional.of(String.join(" AND ", parts));
  }

  private static void add(List<String> parts, String prefix, String phrase) {
    if (!phrase.isEmpty()) {
      parts.add(prefix + '"' + phrase + '"');
    }
  }

  /**
   * The words of a text. Xapian reads letters, digits and a few joints between them as words;
   * everything else parts words, quotes of all kinds included.
   */
  private static String phrase(String text) {
    String words = text.replaceAll("[^\\p{L}\\p{M}\\p{N}_.@'&+-]+", " ").strip();
    String kept = words.substring(0, Math.min(words.length(), MAX_CHARS));
    boolean cut = kept.length() < words.length() && kept.contains(" ");
    String whole = cut ? kept.substring(0, kept.lastIndexOf(' ')) : kept;
    return whole.matches(".*[\\p{L}\\p{N}].*") ? whole.strip() : "";
  }
}
