package reroll.connectors.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.Response;

/**
 * Pages by which servers keep robots out, mostly with status 200: data for nobody. Reroll does not
 * solve their puzzles; it goes away and comes back later.
 */
final class BotWall {
  /** How long a host is left alone that shows such a page. */
  static final Duration REST = Duration.ofMinutes(10);

  /** The words stand at the top of these pages. */
  private static final int LOOK_AT_BYTES = 16 << 10;

  /** Of Anubis (its page title, and the path of its scripts) and of Cloudflare. */
  private static final List<String> SIGNS =
      List.of(
          "Making sure you're not a bot",
          "Making sure you&#39;re not a bot",
          ".within.website/x/",
          "anubis_challenge",
          "<title>Just a moment...</title>",
          "/cdn-cgi/challenge-platform/");

  private BotWall() {}

  /** Whether the beginning of an answer is such a page. Mail that speaks of one is no HTML. */
  static boolean stands(Response response) throws IOException {
    String type = response.header("Content-Type", "");
    if (!type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
      return false;
    }
    String page = new String(response.peekBody(LOOK_AT_BYTES).bytes(), StandardCharsets.UTF_8);
    return SIGNS.stream().anyMatch(page::contains);
  }
}
