package reroll.bot.state;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.Reply;

/**
 * When versions of the kernel came out, by what those who make them say on its lists: {@code Linux
 * 6.19-rc1}. State thread only.
 */
final class Releases {
  /** Of more the oldest are forgotten: ten years of them. */
  static final int MAX = 2_000;

  /** Who makes them: mainline, and the stable kernels. */
  private static final Set<String> MAKERS =
      Set.of("torvalds@linux-foundation.org", "gregkh@linuxfoundation.org", "sashal@kernel.org");

  private static final Pattern ANNOUNCED =
      Pattern.compile("Linux (\\d+\\.\\d+(?:\\.\\d+)?(?:-rc\\d+)?)");

  private final Map<String, Instant> tags = new LinkedHashMap<>();

  /** Takes note of a mail that may announce one; what was said first counts. */
  void note(Reply mail, Instant at) {
    Matcher subject = ANNOUNCED.matcher(mail.subject().strip());
    String author = mail.author().address().toLowerCase(Locale.ROOT);
    if (mail.parents().isEmpty() && subject.matches() && MAKERS.contains(author)) {
      put("v" + subject.group(1), at);
    }
  }

  private void put(String tag, Instant at) {
    tags.putIfAbsent(tag, at);
    if (tags.size() > MAX) {
      Iterator<String> oldest = tags.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** By their tags, such as {@code v6.19-rc1}; in the order in which they were announced. */
  Map<String, Instant> all() {
    return new LinkedHashMap<>(tags);
  }

  void restore(Map<String, Instant> saved) {
    tags.putAll(saved);
  }
}
