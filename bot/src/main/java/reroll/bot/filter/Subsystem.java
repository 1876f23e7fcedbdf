package reroll.bot.filter;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * A section of a MAINTAINERS file. Immutable.
 *
 * @param name the line above it
 * @param files {@code F:}, what belongs to it
 * @param excluded {@code X:}, what does not although it lies there
 * @param names {@code N:}, patterns of paths that belong to it wherever they lie
 * @param keywords {@code K:}, patterns of texts; only titles are looked at, for no more is kept
 * @param lists {@code L:}, the part of each address before the {@code @}, in lower case
 * @param people {@code M:} and {@code R:}, as filters read them
 */
record Subsystem(
    String name,
    List<Glob> files,
    List<Glob> excluded,
    List<Pattern> names,
    List<Pattern> keywords,
    List<String> lists,
    List<String> people) {
  Subsystem {
    files = List.copyOf(files);
    excluded = List.copyOf(excluded);
    names = List.copyOf(names);
    keywords = List.copyOf(keywords);
    lists = List.copyOf(lists);
    people = List.copyOf(people);
  }

  /**
   * Whether a revision is of it. Lists carry much besides, so they count only where the section
   * says nothing else.
   */
  boolean concerns(Traits traits) {
    return traits.files().stream().anyMatch(this::holds)
        || traits.titles().stream().anyMatch(title -> isFound(keywords, title))
        || (isKnownByListOnly() && lists.stream().anyMatch(traits.lists()::contains));
  }

  private boolean isKnownByListOnly() {
    return files.isEmpty() && names.isEmpty() && keywords.isEmpty();
  }

  private boolean holds(String path) {
    return (files.stream().anyMatch(glob -> glob.matches(path)) || isFound(names, path))
        && excluded.stream().noneMatch(glob -> glob.matches(path));
  }

  private static boolean isFound(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  /** Whether every revision of it touches one of its {@link #files}. */
  boolean isKnownByFilesOnly() {
    return !files.isEmpty() && names.isEmpty() && keywords.isEmpty();
  }
}
