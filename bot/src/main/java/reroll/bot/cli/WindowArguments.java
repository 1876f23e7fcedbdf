package reroll.bot.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reroll.bot.digest.Window;
import reroll.bot.digest.WindowWords;

/**
 * The window that somebody asks for on the command line: by commits of the archive, by dates, or by
 * a time until now.
 */
record WindowArguments(
    Optional<String> range,
    Optional<String> from,
    Optional<String> to,
    Optional<String> since,
    ZoneId zone,
    Instant now) {

  /** Shorter beginnings of a commit's name mean too many. */
  private static final int MIN_DIGITS = 4;

  /**
   * Finds the window's ends in the archive.
   *
   * @param places all entries in order
   * @throws IllegalArgumentException with one sentence on what to write instead
   */
  Window resolve(List<ArchiveScan.Place> places) {
    int ways =
        (range.isPresent() ? 1 : 0)
            + (from.isPresent() || to.isPresent() ? 1 : 0)
            + (since.isPresent() ? 1 : 0);
    if (ways > 1) {
      throw new IllegalArgumentException("give the window once: A..B, --from/--to, or --since");
    }
    if (range.isPresent()) {
      String[] ends = range.get().split("\\.\\.", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException("a range has two ends, as in 08aac4c62..691cc1899");
      }
      return between(places, end(ends[0]), end(ends[1]));
    }
    if (since.isPresent()) {
      return named(places, WindowWords.parse(since.get(), now, zone));
    }
    return between(places, from, to);
  }

  private static Optional<String> end(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  private Window between(List<ArchiveScan.Place> places, Optional<String> a, Optional<String> b) {
    Optional<Instant> fromTime = a.flatMap(text -> WindowWords.date(text, zone));
    Optional<Instant> toTime = b.flatMap(text -> WindowWords.date(text, zone));
    boolean times = (a.isEmpty() || fromTime.isPresent()) && (b.isEmpty() || toTime.isPresent());
    if (times && (a.isPresent() || b.isPresent())) {
      return named(
          places, Window.between(fromTime.orElse(Instant.EPOCH), toTime.orElse(now), zone));
    }
    int begin = a.isEmpty() ? 0 : firstAfter(places, a.get(), fromTime);
    int end = b.isEmpty() ? places.size() : endWith(places, b.get(), toTime);
    if (begin > end) {
      throw new IllegalArgumentException(
          a.orElse("") + " comes after " + b.orElse("") + " in this archive: turn them round");
    }
    return stretch(places, begin, end);
  }

  private static int firstAfter(
      List<ArchiveScan.Place> places, String name, Optional<Instant> time) {
    if (time.isPresent()) {
      return before(places, time.get());
    }
    return indexOf(places, name) + 1;
  }

  private static int endWith(List<ArchiveScan.Place> places, String name, Optional<Instant> time) {
    return time.isPresent() ? before(places, time.get()) : indexOf(places, name) + 1;
  }

  /** How many entries arrived before a moment. */
  private static int before(List<ArchiveScan.Place> places, Instant time) {
    return (int) places.stream().filter(place -> place.at().isBefore(time)).count();
  }

  private static int indexOf(List<ArchiveScan.Place> places, String name) {
    for (int i = 0; i < places.size(); i++) {
      String ref = places.get(i).ref();
      String own = ref.substring(ref.lastIndexOf('/') + 1);
      boolean beginning = name.length() >= MIN_DIGITS && own.startsWith(name);
      if (ref.equals(name) || beginning || (own.length() >= MIN_DIGITS && name.startsWith(own))) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "nothing in this archive is called "
            + name
            + "; give the beginning of a commit's name, or a date such as 2026-03-01");
  }

  private Window stretch(List<ArchiveScan.Place> places, int begin, int end) {
    Set<String> refs = new HashSet<>();
    places.subList(begin, end).forEach(place -> refs.add(place.ref()));
    Instant from = begin < places.size() ? places.get(begin).at() : now;
    if (refs.isEmpty()) {
      return Window.between(from, from, zone);
    }
    Instant behind = places.get(end - 1).at().plusSeconds(1);
    return new Window(from, behind, refs, "", "", zone)
        .named(
            begin == 0 ? places.get(0).ref() : places.get(begin - 1).ref(),
            places.get(end - 1).ref());
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
