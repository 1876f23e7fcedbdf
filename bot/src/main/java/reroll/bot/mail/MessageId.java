package reroll.bot.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a mail, without angle brackets. Case matters (RFC 5322 3.6.4). Immutable.
 *
 * @param value never empty
 */
public record MessageId(String value) {
  /** Longer ones are no Message-IDs; the longest of 340,000 real ones has 400 characters. */
  static final int MAX_CHARS = 1_000;

  /** More references than this are cut in the middle: the root and the nearest stay. */
  static final int MAX_IN_HEADER = 60;

  /** Ends the ids of mails that came without one; no host can be called so (RFC 2606 2). */
  static final String MADE = "@no-id.reroll.invalid";

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Begins at the start of a word only, so that a long word without an {@code @} costs one try. */
  private static final Pattern BARE =
      Pattern.compile("(?<![^\\s<>\"()])[^\\s<>\"()@]{1,500}+@[^\\s<>\"()]{1,500}");

  /** A text is searched for a URL to here. */
  private static final int MAX_SEARCHED_CHARS = 2_000;

  /** The last segment of an archive's URL that looks like an address. */
  private static final Pattern IN_URL =
      Pattern.compile("https?://[^\\s<>]*?/([^\\s/<>#?]{1,500}(?:@|%40)[^\\s/<>#?]{1,500})");

  public MessageId {
    Objects.requireNonNull(value);
  }

  /** Whether it was made from the mail's bytes, so that nobody else knows it. */
  public boolean isMade() {
    return value.endsWith(MADE);
  }

  /**
   * All ids in a header such as References or In-Reply-To, which may hold prose and comments too.
   * White space inside the brackets, left by folding, is dropped.
   */
  public static List<MessageId> allIn(String header) {
    List<MessageId> ids = bracketed(header);
    if (ids.isEmpty()) {
      Matcher bare = BARE.matcher(header);
      while (bare.find()) {
        ids.add(new MessageId(bare.group()));
      }
    }
    return withoutMiddle(ids);
  }

  /** What stands between a bracket that opens and the next one, if that closes. */
  private static List<MessageId> bracketed(String header) {
    List<MessageId> ids = new ArrayList<>();
    int open = -1;
    boolean folded = false;
    for (int at = 0; at < header.length(); at++) {
      char c = header.charAt(at);
      if (c == '<') {
        open = at;
        folded = false;
      } else if (c <= ' ') {
        folded = true;
      } else if (c == '>' && open >= 0) {
        String whole = at - open - 1 <= MAX_CHARS ? header.substring(open + 1, at) : "";
        String id = folded ? withoutBlanks(whole) : whole;
        if (!id.isEmpty()) {
          ids.add(new MessageId(id));
        }
        open = -1;
      }
    }
    return ids;
  }

  private static List<MessageId> withoutMiddle(List<MessageId> ids) {
    if (ids.size() <= MAX_IN_HEADER) {
      return List.copyOf(ids);
    }
    List<MessageId> kept = new ArrayList<>(ids.subList(0, 1));
    kept.addAll(ids.subList(ids.size() - MAX_IN_HEADER + 1, ids.size()));
    return List.copyOf(kept);
  }

  /** The first id in a text: in angle brackets, in the URL of an archive, or bare. */
  public static Optional<MessageId> firstIn(String text) {
    Optional<MessageId> inUrl = inUrl(text);
    return inUrl.isPresent() ? inUrl : allIn(TextDecoder.line(text)).stream().findFirst();
  }

  /**
   * The id that the URL of a public-inbox names, such as {@code https://lore.kernel.org/r/ID} or
   * {@code https://patch.msgid.link/ID}; the server's escapes are undone.
   */
  public static Optional<MessageId> inUrl(String text) {
    Matcher matcher = IN_URL.matcher(text).region(0, Math.min(text.length(), MAX_SEARCHED_CHARS));
    if (!matcher.find()) {
      return Optional.empty();
    }
    String segment = matcher.group(1).replaceFirst("[.,;:)\\]'\"]+$", "");
    String id = withoutBlanks(TextDecoder.line(unescaped(segment)));
    return id.isEmpty() ? Optional.empty() : Optional.of(new MessageId(id));
  }

  private static String withoutBlanks(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.isWhitespace(id.charAt(i))) {
        return BLANKS.matcher(id).replaceAll("");
      }
    }
    return id;
  }

  private static String unescaped(String segment) {
    try {
      // A plus sign in a path is a plus sign, never a blank.
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return segment;
    }
  }

  /**
   * Ids are compared by the million, and what a record makes by itself takes five times as long.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof MessageId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
