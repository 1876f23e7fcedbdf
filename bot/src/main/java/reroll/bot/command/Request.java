package reroll.bot.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reroll.bot.words.QuotedWords;

/**
 * A command as somebody said it: {@code !digest kvm 7d}. Words may stand in double quotes.
 * Immutable.
 *
 * @param name in lower case, without the prefix
 * @param words what follows
 */
public record Request(String name, List<String> words) {
  static final String PREFIX = "!";

  /** Longer messages are no commands. */
  static final int MAX_CHARS = 2_000;

  public Request {
    words = List.copyOf(words);
  }

  /**
   * Reads a message.
   *
   * @param direct whether everything said here is meant for the bot
   * @return empty where nobody asked the bot for anything
   */
  public static Optional<Request> parse(String text, boolean direct) {
    String line = plain(text, direct);
    String prefixes = line.substring(0, line.length() - line.replaceFirst("^!+", "").length());
    boolean isMeant = direct || prefixes.equals(PREFIX);
    if (line.length() > MAX_CHARS || line.indexOf('\n') >= 0 || isQuote(line) || !isMeant) {
      return Optional.empty();
    }
    List<String> words = QuotedWords.split(line.substring(prefixes.length()));
    return words.isEmpty() || words.get(0).isBlank()
        ? Optional.empty()
        : Optional.of(
            new Request(words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size())));
  }

  /**
   * What keyboards and editors make of a command is undone. In a room, code and several prefixes
   * are talk about commands, or meant for somebody else.
   */
  private static String plain(String text, boolean direct) {
    String line = text.replace('\u00A0', ' ').replaceAll("[\u201C\u201D\u201E]", "\"").strip();
    boolean single = direct && line.length() > 2 && line.indexOf('\n') < 0;
    boolean code = single && line.startsWith("`") && line.endsWith("`");
    return code ? line.replaceAll("^`+|`+$", "").strip() : line;
  }

  /** Somebody shows what another said; that is no command, even to the bot alone. */
  private static boolean isQuote(String line) {
    return line.startsWith(">");
  }

  /** All words as one text. */
  String rest() {
    return String.join(" ", words);
  }
}
