package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manifest that people paste into Slack says what the code needs, no less and no more. */
class ManifestTest {
  private static final Path MANIFEST =
      Path.of("src/main/java/reroll/connectors/chat/slack/slack-app-manifest.yaml");

  private List<String> lines;

  @BeforeEach
  void read() throws IOException {
    lines = Files.readAllLines(MANIFEST);
  }

  /** The items below a key. */
  private List<String> items(String key) {
    int at = lines.stream().map(String::strip).toList().indexOf(key + ":");
    assertThat(at).as(key).isNotNegative();
    return lines.subList(at + 1, lines.size()).stream()
        .map(String::strip)
        .takeWhile(line -> line.startsWith("- "))
        .map(line -> line.substring(2))
        .toList();
  }

  @Test
  void itAsksForTheScopesThatTheCodeNeeds() {
    assertThat(new TreeSet<>(items("bot"))).isEqualTo(Subscription.allScopes());
    assertThat(items("bot")).isSorted();
  }

  @Test
  void itSubscribesToTheEventsThatTheCodeReads() {
    assertThat(items("bot_events"))
        .containsExactlyElementsOf(
            Arrays.stream(Subscription.values()).map(Subscription::event).toList());
  }

  @Test
  void itSwitchesOnWhatTheCodeLivesBy() {
    assertThat(lines.stream().map(String::strip))
        .contains(
            "socket_mode_enabled: true",
            "messages_tab_enabled: true",
            "messages_tab_read_only_enabled: false",
            "- command: /reroll",
            "should_escape: true",
            "token_rotation_enabled: false");
    int interactivity = lines.indexOf("  interactivity:");
    assertThat(lines.get(interactivity + 1).strip()).isEqualTo("is_enabled: true");
  }
}
