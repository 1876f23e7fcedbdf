package reroll.bot.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a line. Several words in double quotes are one; quotes that do not begin a word stay
 * in it, as in {@code title:"page cache"}, so that its reader can tell what they hold together.
 */
public final class QuotedWords {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"?|((?:[^\\s\"]|\"[^\"]*+\"?)+)");

  private QuotedWords() {}

  public static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }
}
