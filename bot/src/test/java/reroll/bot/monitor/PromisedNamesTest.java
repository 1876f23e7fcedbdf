package reroll.bot.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dashboard, the alerts and the manual ask for is there under that name. */
class PromisedNamesTest {
  private static final Pattern NAME = Pattern.compile("\\b(?:reroll|jvm|process)_[a-z_]+\\b");
  private static final Pattern ROW = Pattern.compile("(?m)^([a-z_]+)(?:\\{| )");
  private static final Pattern TAG = Pattern.compile("([a-z_]+)=\"");

  /** Tags in queries, behind "by", and in texts. */
  private static final Pattern ASKED_TAG =
      Pattern.compile("by \\(([a-z_]+)\\)|\\$labels\\.([a-z_]+)|\\{\\{([a-z_]+)\\}\\}");

  private final String scraped = scrape();

  private static String scrape() {
    try (Meters meters = new Meters("1", Figures.good())) {
      System.gc(); // some figures are there only after the first collection
      return meters.scrape(Figures.good());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy/grafana-dashboard.json",
        "deploy/prometheus-alerts.yaml",
        "docs/operating.md"
      })
  void everyNameIsThatOfAFigure(String file) throws IOException {
    Set<String> asked = found(NAME, read(file));
    assertThat(asked).isNotEmpty();
    assertThat(found(ROW, scraped)).containsAll(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy/grafana-dashboard.json", "deploy/prometheus-alerts.yaml"})
  void everyTagIsThatOfAFigureOrOfPrometheus(String file) throws IOException {
    Set<String> known = found(TAG, scraped);
    known.addAll(Set.of("instance", "job"));
    Set<String> asked = found(ASKED_TAG, read(file));
    assertThat(asked).isNotEmpty();
    assertThat(known).containsAll(asked);
  }

  @Test
  void everyFigureOfTheBotStandsInTheManual() throws IOException {
    Set<String> ours = found(ROW, scraped);
    ours.removeIf(name -> !name.startsWith("reroll_"));
    assertThat(found(NAME, read("docs/operating.md"))).containsAll(ours);
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of("..").resolve(file));
  }

  /** All that a pattern finds: its first group that is there, or the whole. */
  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(PromisedNamesTest::word)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String word(MatchResult match) {
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        return match.group(group);
      }
    }
    return match.group();
  }
}
