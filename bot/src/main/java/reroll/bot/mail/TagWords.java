package reroll.bot.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words in the brackets of a subject, each sorted by what it means. */
final class TagWords {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+|:(?=\\s)|:$");

  /**
   * {@code PATCHv3}, {@code RFC-v2}, {@code PATCH_V3}, {@code PATCH1/8}, {@code RFC/RFT}: two words
   * without a gap.
   */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?i)\\b(patch(?:es|set)?|rfc|resend)(?:[-_/.:]?(?=v\\d)|(?=\\d+/\\d)|/(?=[a-z]))");

  /** {@code [PATCH v 2]}, {@code [PATCH take #2]}. */
  private static final Set<String> SPACED_VERSION = Set.of("v", "version", "take");

  private static final Pattern PATCH = Pattern.compile("(?i)-?patch(?:es|set)?\\d?(?:-.*)?");
  private static final Pattern RFC = Pattern.compile("(?i)rfc");
  private static final Pattern RESENT =
      Pattern.compile("(?i)\\(?re-?(?:send|sent|post|posted)\\)?|resend[-_]?\\d*");
  private static final Pattern AUTOSEL = Pattern.compile("(?i)(?:auto|manual)sel");

  private static final Pattern VERSION =
      Pattern.compile("(?i)\\(?[-_]?v\\.?(\\d{1,3})(?:\\.(\\d{1,2}))?[.:]?\\)?");
  private static final Pattern COUNTER =
      Pattern.compile("\\(?(\\d{1,5})(?:\\.(\\d{1,2}))?/(\\d{1,5})\\)?");

  /** {@code 6.1}, {@code 5.10.y}, {@code v6.18-rc3}, {@code for-5.15.y}, {@code 5.10-stable}. */
  private static final Pattern TREE =
      Pattern.compile(
          "(?i)(?:for-|stable[-/]|linux-)*v?([2-9]\\.\\d{1,3})(?:\\.(?:y|x|\\d{1,4}))?"
              + "(?:-(?:rc\\d+|stable|longterm|y))?");

  private static final Pattern TWO_TREES =
      Pattern.compile("([2-9]\\.\\d{1,2}(?:\\.y)?)((?:/[2-9]\\.\\d{1,2}(?:\\.y)?)+)");

  private boolean patch;
  private boolean rfc;
  private boolean resent;
  private boolean autosel;
  private boolean pull;
  private Optional<Version> version = Optional.empty();
  private Optional<Counter> counter = Optional.empty();
  private final List<String> tags = new ArrayList<>(2);
  private final List<String> trees = new ArrayList<>(1);

  /** Sorts the words of one bracket group. */
  void addGroup(String group) {
    List<String> words = new ArrayList<>();
    for (String word : SEPARATORS.split(GLUED.matcher(group).replaceAll("$1 "), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    for (int i = 0; i < words.size(); i++) {
      i += addPhrase(words, i);
    }
  }

  /** Takes one word, or a phrase that begins with it; returns how many words more it took. */
  private int addPhrase(List<String> words, int at) {
    String word = words.get(at).toLowerCase(Locale.ROOT);
    if (at + 2 < words.size() && isBetweenNumbers(words.get(at + 1))) {
      // Mercurial's way: [PATCH 1 of 5]; or blanks by hand: [PATCH 1 / 5].
      return addCounter(words.get(at) + "/" + words.get(at + 2)) ? 2 : addWord(words, at);
    }
    if (SPACED_VERSION.contains(word) && at + 1 < words.size()) {
      return addVersion("v" + words.get(at + 1).replace("#", ""), words) ? 1 : addWord(words, at);
    }
    return addWord(words, at);
  }

  private static boolean isBetweenNumbers(String word) {
    return word.equals("/") || word.equalsIgnoreCase("of");
  }

  private int addWord(List<String> words, int at) {
    String word = words.get(at);
    if (PATCH.matcher(word).matches()) {
      patch = true;
      addTagBehind(word);
    } else if (RFC.matcher(word).matches()) {
      rfc = true;
    } else if (RESENT.matcher(word).matches()) {
      resent = true;
    } else if (AUTOSEL.matcher(word).matches()) {
      autosel = true;
    } else if (word.equalsIgnoreCase("pull")) {
      pull = true;
    } else if (!addTrees(word) && !addCounter(word) && !addVersion(word, words)) {
      addTag(word);
    }
    return 0;
  }

  /** {@code PATCH-cgroup}, {@code PATCH-next}: a tree glued to the word. */
  private void addTagBehind(String word) {
    int dash = word.indexOf('-', 1);
    if (dash > 0) {
      addTag(word.substring(dash + 1));
    }
  }

  private void addTag(String word) {
    tags.add(word);
    Matcher tree = TREE.matcher(word);
    if (tree.matches()) {
      trees.add(tree.group(1));
    }
  }

  /** {@code 5.10/5.15} are two kernels, not patch 5 of 5. */
  private boolean addTrees(String word) {
    Matcher matcher = TWO_TREES.matcher(word);
    if (!matcher.matches()) {
      return false;
    }
    for (String tree : word.split("/", -1)) {
      addTag(tree);
    }
    return true;
  }

  /** Takes a counter; a second one is another tag. */
  boolean addCounter(String word) {
    Matcher matcher = COUNTER.matcher(word);
    if (counter.isPresent() || !matcher.matches()) {
      return false;
    }
    int index = Integer.parseInt(matcher.group(1));
    int fraction = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    int total = Integer.parseInt(matcher.group(3));
    if (total > 0) {
      counter = Optional.of(new Counter(index, fraction, total));
    }
    return true;
  }

  private boolean addVersion(String word, List<String> group) {
    Matcher matcher = VERSION.matcher(word);
    if (version.isPresent() || !matcher.matches()) {
      return false;
    }
    int major = Integer.parseInt(matcher.group(1));
    String minor = matcher.group(2);
    if (major == 0 || (minor != null && isKernel(major, minor, group))) {
      return false;
    }
    version = Optional.of(new Version(major, minor == null ? 0 : Integer.parseInt(minor)));
    return true;
  }

  /**
   * Whether {@code vMAJOR.MINOR} means a kernel: its minor has two digits, or no counter stands by
   * it ({@code [PATCH v6.20]}); authors number additions {@code v2.1}, never {@code v6.18}.
   */
  private static boolean isKernel(int major, String minor, List<String> group) {
    boolean counted = group.stream().anyMatch(word -> COUNTER.matcher(word).matches());
    return major >= 2 && major <= 9 && (minor.length() > 1 || (!counted && major >= 4));
  }

  Optional<Version> version() {
    return version;
  }

  Optional<Counter> counter() {
    return counter;
  }

  /** Whether the words can stand before a patch or a pull request. */
  boolean sayPatch() {
    return patch || rfc || pull || counter.isPresent() || version.isPresent();
  }

  PatchSubject toSubject(Version effective, String title) {
    return new PatchSubject(
        patch || rfc,
        pull && !patch,
        effective,
        version.isPresent(),
        counter,
        rfc,
        resent,
        tags,
        trees,
        autosel,
        title);
  }
}
