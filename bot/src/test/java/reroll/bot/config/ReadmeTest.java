package reroll.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final Pattern SAMPLE = Pattern.compile("(?s)```yaml\\n(.*?)```");

  @TempDir private Path folder;

  @Test
  void theConfigurationInTheReadmeIsGood() throws Exception {
    Matcher sample = SAMPLE.matcher(Files.readString(Path.of("../README.md")));
    assertThat(sample.find()).isTrue();
    Path file = Files.writeString(folder.resolve("reroll.yaml"), sample.group(1));
    BotConfig config = ConfigLoader.load(file, Map.of());
    assertThat(config.lists()).extracting(ListConfig::name).containsExactly("kvm");
  }

  /** Each stands behind the first, as the reader would put it there. */
  @Test
  void theChatsInTheReadmeAreGood() throws Exception {
    Matcher sample = SAMPLE.matcher(Files.readString(Path.of("../README.md")));
    assertThat(sample.find()).isTrue();
    String first = sample.group(1);
    Files.writeString(folder.resolve("matrix-password"), "sesame");
    List<String> types = new ArrayList<>();
    while (sample.find()) {
      Path file = Files.writeString(folder.resolve("reroll.yaml"), first + sample.group(1));
      ConfigLoader.load(file, Map.of()).chats().forEach(chat -> types.add(chat.factory().type()));
    }
    assertThat(types).contains("matrix");
  }

  @Test
  void theConfigurationInTheKubernetesExampleIsGood() throws Exception {
    String manifest = Files.readString(Path.of("../deploy/kubernetes.yaml"));
    Matcher sample = Pattern.compile("(?s)reroll\\.yaml: \\|\\n(.*?)---").matcher(manifest);
    assertThat(sample.find()).isTrue();
    Path file = Files.writeString(folder.resolve("reroll.yaml"), sample.group(1).stripIndent());
    Map<String, String> secrets =
        Map.of("SLACK_BOT_TOKEN", "xoxb-sesame", "SLACK_APP_TOKEN", "xapp-sesame");
    BotConfig config = ConfigLoader.load(file, secrets);
    int port = config.monitor().orElseThrow().port();
    assertThat(manifest).contains("containerPort: " + port, "prometheus.io/port: \"" + port + "\"");
    assertThat(Files.readString(Path.of("../deploy/health"))).contains(":-" + port + "}");
    assertThat(manifest).contains("mountPath: " + config.state());
  }
}
