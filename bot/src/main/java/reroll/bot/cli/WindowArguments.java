package reroll.bot.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import reroll.bot.digest.Window;
import reroll.bot.digest.WindowWords;

/**
 * The window that somebody asks for on the command line: by commits of the archive, by dates, or by
 * a time until now. What is wrong with it is said before an archive is read, as far as it can be.
 */
record WindowArguments(
    Optional<String> range,
    Optional<String> from,
    Optional<String> to,
    Optional<String> since,
    ZoneId zone,
    Instant now) {

  private static final String EXAMPLES =
      "08aac4c62..691cc1899, 2026-03-01..2026-03-08, or --since 7d";

  /** What a commit's name can be; shorter beginnings mean too many. */
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{4,64}");

  /** A name of digits alone, as places in a file have, is no beginning of another. */
  private static final int MAX_NUMBER_DIGITS = 15;

  /** Both ends as they were written; an end that is left open is empty. */
  private record Ends(Optional<String> from, Optional<String> to) {}

  /**
   * Looks at what can be judged without the archive.
   *
   * @return itself
   * @throws IllegalArgumentException with one sentence on what to write instead
   */
  WindowArguments check() {
    int ways =
        (range.isPresent() ? 1 : 0)
            + (from.isPresent() || to.isPresent() ? 1 : 0)
            + (since.isPresent() ? 1 : 0);
    if (ways > 1) {
      throw new IllegalArgumentException("Give the window once: A..B, --from/--to, or --since.");
    }
    if (since.isPresent()) {
      WindowWords.parse(since.get(), now, zone);
      return this;
    }
    Ends ends = ends();
    Optional<Instant> begin = ends.from().flatMap(this::time);
    Optional<Instant> end = ends.to().flatMap(this::time);
    if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
      throw new IllegalArgumentException(
          ends.from().get() + " does not come before " + ends.to().get() + ": turn them round.");
    }
    ends.from().ifPresent(this::checkEnd);
    ends.to().ifPresent(this::checkEnd);
    return this;
  }

  /** What looks like a date and is none would be searched for as a name, in vain. */
  private void checkEnd(String end) {
    if (end.matches("\\d{4}-.*") && time(end).isEmpty()) {
      throw new IllegalArgumentException(
          "'" + end + "' is no date; write 2026-03-01 or 2026-03-01T09:00.");
    }
  }

  private Ends ends() {
    if (range.isEmpty()) {
      return new Ends(from.map(String::strip), to.map(String::strip));
    }
    String[] parts = range.get().split("\\.\\.", -1);
    if (parts.length != 2 || (parts[0].isBlank() && parts[1].isBlank())) {
      throw new IllegalArgumentException(
          "'" + range.get() + "' is no window; write " + EXAMPLES + ".");
    }
    return new Ends(end(parts[0]), end(parts[1]));
  }

  private static Optional<String> end(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  private Optional<Instant> time(String text) {
    return WindowWords.date(text, zone);
  }

  /** When the window begins, where that can be said without the archive; after {@link #check}. */
  Optional<Instant> begin() {
    return since.isPresent()
        ? Optional.of(WindowWords.parse(since.get(), now, zone).from())
        : ends().from().flatMap(this::time);
  }

  /**
   * Finds the window's ends in the archive.
   *
   * @param places all entries in order
   * @throws IllegalArgumentException with one sentence on what to write instead
   */
  Window resolve(List<ArchiveScan.Place> places) {
    if (since.isPresent()) {
      return named(places, WindowWords.parse(since.get(), now, zone));
    }
    Ends ends = ends();
    Optional<Instant> begin = ends.from().flatMap(this::time);
    Optional<Instant> end = ends.to().flatMap(this::time);
    boolean onlyTimes =
        begin.isPresent() == ends.from().isPresent() && end.isPresent() == ends.to().isPresent();
    return onlyTimes ? overTime(places, begin, end) : overEntries(places, ends);
  }

  private Window overTime(
      List<ArchiveScan.Place> places, Optional<Instant> begin, Optional<Instant> end) {
    Instant first = places.isEmpty() ? now : places.get(0).at();
    Instant last = end.orElse(now);
    Instant start = begin.orElse(first.isBefore(last) ? first : last);
    if (begin.isPresent() && !start.isBefore(last)) {
      throw new IllegalArgumentException(
          "The window begins in the future: write " + EXAMPLES + ".");
    }
    return named(places, Window.between(start, last, zone));
  }

  private Window overEntries(List<ArchiveScan.Place> places, Ends ends) {
    int begin = ends.from().map(name -> behind(places, name)).orElse(0);
    int end = ends.to().map(name -> behind(places, name)).orElse(places.size());
    if (begin > end) {
      throw new IllegalArgumentException(
          ends.from().orElse("")
              + " comes after "
              + ends.to().orElse("")
              + " in this archive: turn them round.");
    }
    return stretch(places, begin, end);
  }

  /** How many entries lie before a moment, or up to the one of this name. */
  private int behind(List<ArchiveScan.Place> places, String end) {
    return time(end).map(time -> before(places, time)).orElseGet(() -> indexOf(places, end) + 1);
  }

  /** How many entries arrived before a moment. */
  private static int before(List<ArchiveScan.Place> places, Instant time) {
    return (int) places.stream().filter(place -> place.at().isBefore(time)).count();
  }

  private static int indexOf(List<ArchiveScan.Place> places, String name) {
    int found = -1;
    for (int i = 0; i < places.size(); i++) {
      if (isCalled(places.get(i).ref(), name)) {
        if (found >= 0) {
          throw new IllegalArgumentException(
              "More than one entry of this archive is called " + name + ": write more of it.");
        }
        found = i;
      }
    }
    if (found < 0) {
      throw new IllegalArgumentException(
          "Nothing in this archive is called "
              + name
              + "; write the beginning of a commit's name, or a date such as 2026-03-01.");
    }
    return found;
  }

  /** By its whole name, or by more or less of a commit's than the archive keeps. */
  private static boolean isCalled(String ref, String name) {
    String own = ref.substring(ref.lastIndexOf('/') + 1);
    String commit = name.toLowerCase(Locale.ROOT);
    return ref.equals(name)
        || own.equals(name)
        || (COMMIT.matcher(own).matches()
            && COMMIT.matcher(commit).matches()
            && own.length() > MAX_NUMBER_DIGITS
            && (own.startsWith(commit) || commit.startsWith(own)));
  }

  private Window stretch(List<ArchiveScan.Place> places, int begin, int end) {
    Set<String> refs = new HashSet<>();
    places.subList(begin, end).forEach(place -> refs.add(place.ref()));
    if (refs.isEmpty()) {
      Instant from = begin < places.size() ? places.get(begin).at() : now;
      return Window.between(from, from, zone);
    }
    return new Window(
        places.get(begin).at(),
        places.get(end - 1).at().plusSeconds(1),
        refs,
        Set.of(),
        Window.shortName(places.get(Math.max(0, begin - 1)).ref()),
        Window.shortName(places.get(end - 1).ref()),
        zone);
  }

  /** A window over time, under the archive's names for its ends where it holds anything. */
  private static Window named(List<ArchiveScan.Place> places, Window window) {
    int begin = before(places, window.from());
    int end = before(places, window.to());
    return begin == end
        ? window
        : window.named(places.get(Math.max(0, begin - 1)).ref(), places.get(end - 1).ref());
  }
}
