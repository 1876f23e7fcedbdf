package reroll.bot.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.words.Nearest;
import reroll.bot.words.QuotedWords;

/**
 * Reads filters; see the table in the README. A new kind of term is one class and one line here.
 */
public final class FilterParser {
  public static final int MAX_TERMS = 20;
  public static final int MAX_CHARS = 500;

  /** Words without a key are looked for in titles. */
  private static final String PLAIN = "title";

  private static final Pattern KEYED = Pattern.compile("([A-Za-z]+):(.*)", Pattern.DOTALL);

  private interface Reader {
    /** Alternatives. */
    List<Term> read(String value, Vocabulary vocabulary) throws BadFilter;
  }

  private final Vocabulary vocabulary;
  private final Map<String, Reader> readers = new TreeMap<>();

  public FilterParser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    readers.put("author", AuthorTerm::read);
    readers.put("domain", DomainTerm::read);
    readers.put("team", TeamTerms::read);
    readers.put("path", PathTerm::read);
    readers.put("subsystem", SubsystemTerm::byName);
    readers.put("maintainer", SubsystemTerm::byPerson);
    readers.put(PLAIN, TitleWords::read);
    readers.put("to", AddresseeTerm::to);
    readers.put("cc", AddresseeTerm::cc);
    readers.put("list", ListTerm::read);
    readers.put("kind", KindTerm::read);
    readers.put("size", SizeTerm::read);
  }

  /** Reads a line; see {@link #parse(List)}. */
  public Filter parse(String text) throws BadFilter {
    return parse(QuotedWords.split(text));
  }

  /**
   * Reads the terms of a filter.
   *
   * @throws BadFilter if one of them cannot be read; it says which one, and why
   */
  public Filter parse(List<String> words) throws BadFilter {
    if (words.size() > MAX_TERMS || String.join(" ", words).length() > MAX_CHARS) {
      throw new BadFilter(
          "A filter has at most " + MAX_TERMS + " terms and " + MAX_CHARS + " characters.");
    }
    List<Clause> clauses = new ArrayList<>();
    for (String word : words) {
      if (!word.isBlank()) {
        clauses.add(clause(word, clauses.size() + 1));
      }
    }
    return new Filter(clauses);
  }

  /**
   * Whether somebody who wrote this means a filter: one word at least has a key, or nearly one. A
   * key without a value is meant as one, too, to be refused as such.
   */
  public boolean isFilter(List<String> words) {
    return words.stream()
        .map(word -> KEYED.matcher(word.startsWith("-") ? word.substring(1) : word))
        .anyMatch(
            keyed ->
                keyed.matches()
                    && isMeant(keyed.group(1).toLowerCase(Locale.ROOT), keyed.group(2)));
  }

  /** A short word is near to too much, and so is one of a title with a colon behind it. */
  private boolean isMeant(String word, String value) {
    return readers.containsKey(word)
        || (word.length() > 4
            && !value.isEmpty()
            && Nearest.of(word, readers.keySet()).isPresent());
  }

  private Clause clause(String word, int place) throws BadFilter {
    try {
      boolean negated = word.startsWith("-") && word.length() > 1;
      return clause(negated, negated ? word.substring(1) : word);
    } catch (BadFilter e) {
      String end = e.getMessage().endsWith("?") ? "" : ".";
      throw new BadFilter("Term " + place + ", '" + word + "': " + e.getMessage() + end);
    }
  }

  private Clause clause(boolean negated, String word) throws BadFilter {
    Matcher keyed = KEYED.matcher(word);
    boolean plain = !keyed.matches() || isWordWithColon(keyed);
    String key = plain ? PLAIN : keyed.group(1).toLowerCase(Locale.ROOT);
    Reader reader = readers.get(key);
    if (reader == null) {
      throw new BadFilter(Unknown.of("key", key, readers.keySet()));
    }
    String value = plain ? word : keyed.group(2);
    boolean whole = isWhole(value);
    String bare = value.replace("\"", "");
    List<Term> terms = new ArrayList<>();
    for (String one : whole ? List.of(bare) : List.of(bare.split(",", -1))) {
      if (one.isBlank()) {
        throw new BadFilter("nothing stands behind " + key + ":");
      }
      terms.addAll(reader.read(one, vocabulary));
    }
    return new Clause(negated, terms, text(negated, key, bare, whole));
  }

  /** The {@code mm:} of a title is a word, not a key without a value. */
  private boolean isWordWithColon(Matcher keyed) {
    return keyed.group(2).isEmpty()
        && !readers.containsKey(keyed.group(1).toLowerCase(Locale.ROOT));
  }

  /** Where a comma is a comma: in quotes, and in a pattern. */
  private static boolean isWhole(String value) {
    return value.contains("\"")
        || value.startsWith("/")
        || value.chars().anyMatch(Character::isWhitespace);
  }

  private static String text(boolean negated, String key, String value, boolean whole) {
    String quote = whole ? "\"" : "";
    return (negated ? "-" : "") + key + ":" + quote + value + quote;
  }
}
