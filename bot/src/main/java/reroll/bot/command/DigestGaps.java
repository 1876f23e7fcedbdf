package reroll.bot.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reroll.bot.digest.Scope;
import reroll.bot.digest.Window;
import reroll.bot.series.Retention;

/** What a digest cannot know, so that nobody takes it for the whole. Stateless. */
public final class DigestGaps {
  private DigestGaps() {}

  /** Sentences; empty where the digest knows all. */
  public static String of(Scope scope, Window window, Call.Knowledge known) {
    List<String> gaps = new ArrayList<>();
    for (String list : scope.lists()) {
      String about = scope.lists().size() > 1 ? list + ": " : "";
      of(list, window, known).forEach(gap -> gaps.add(about + gap));
    }
    return String.join(" ", gaps);
  }

  private static List<String> of(String list, Window window, Call.Knowledge known) {
    List<String> gaps = new ArrayList<>();
    known.health().stream()
        .filter(health -> health.list().equals(list))
        .flatMap(health -> health.failing().stream())
        .map(what -> what.replaceFirst("\\.$", ""))
        .forEach(what -> gaps.add("The archive cannot be read at the moment: " + what + "."));
    known.reading().stream()
        .filter(reading -> reading.list().equals(list))
        .forEach(reading -> add(gaps, reading, window));
    return gaps;
  }

  private static void add(List<String> gaps, Call.Reading reading, Window window) {
    if (!reading.caughtUp()) {
      gaps.add("I am still reading this list for the first time.");
    }
    reading
        .firstArrival()
        .filter(window::isBefore)
        .ifPresent(at -> gaps.add("I know this list from " + window.minute(at) + " on."));
    if (reading.lastArrival().filter(at -> isLongBefore(window, at)).isPresent()) {
      gaps.add("Of series that were silent for two years I no longer know whom they went to.");
    }
    if (reading.lastBroken().filter(at -> !at.isBefore(window.from())).isPresent()) {
      gaps.add("Some mail of this time could not be read.");
    }
  }

  private static boolean isLongBefore(Window window, Instant last) {
    return window.from().isBefore(last.minus(Retention.TWO_YEARS.silence()));
  }
}
