package reroll.bot.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The trailers by which people vouch for a patch. Stateless. */
final class ReviewTrailers {
  /** Patches to large trees have a dozen; a list of hundreds is no review. */
  static final int MAX = 16;

  /** As git and its users spell them, whatever the author wrote. */
  private static final Map<String, String> KEYS =
      Map.of("reviewed-by", "Reviewed-by", "acked-by", "Acked-by", "tested-by", "Tested-by");

  private ReviewTrailers() {}

  /** All of a commit message, each once: {@code Reviewed-by: Ann Okafor}. */
  static List<String> in(String message) {
    return Trailer.byLines(message).stream()
        .filter(trailer -> KEYS.containsKey(key(trailer)))
        .map(trailer -> KEYS.get(key(trailer)) + ": " + trailer.person().display())
        .distinct()
        .limit(MAX)
        .toList();
  }

  private static String key(Trailer trailer) {
    return trailer.key().toLowerCase(Locale.ROOT);
  }
}
