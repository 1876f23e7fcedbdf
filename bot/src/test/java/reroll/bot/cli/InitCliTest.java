package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ConfigLoader;

@Isolated("what it changes is the process's")
class InitCliTest {
  private static final Map<String, String> SECRETS =
      Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1", "MATRIX_TOKEN", "sesame");

  @TempDir private Path folder;

  private final InputStream before = System.in;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void giveBackTheInput() {
    System.setIn(before);
  }

  @ParameterizedTest
  @CsvSource({"terminal, 0", "slack, 1", "matrix, 1"})
  void whatItWritesIsGoodAndAsAnswered(String chat, int chats) throws Exception {
    assertThat(init("qemu-devel\n" + chat + "\nAsia/Tokyo\n./kept\n")).isZero();
    BotConfig config = ConfigLoader.load(folder.resolve("reroll.yaml"), SECRETS);
    assertThat(config.lists().get(0).name()).isEqualTo("qemu-devel");
    assertThat(config.lists().get(0).web()).contains("https://lore.kernel.org/qemu-devel/");
    assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(config.state()).isEqualTo(folder.resolve("kept"));
    assertThat(config.chats()).hasSize(chats);
  }

  @Test
  void whoSaysNothingGetsWhatIsOffered() throws Exception {
    assertThat(init("")).isZero();
    BotConfig config = ConfigLoader.load(folder.resolve("reroll.yaml"), Map.of());
    assertThat(config.lists().get(0).name()).isEqualTo("kvm");
    assertThat(config.chats()).isEmpty();
  }

  @Test
  void theListOfAnotherInboxIsNamedAfterIt() throws Exception {
    assertThat(init("https://public-inbox.org/meta\n")).isZero();
    BotConfig config = ConfigLoader.load(folder.resolve("reroll.yaml"), Map.of());
    assertThat(config.lists().get(0).name()).isEqualTo("meta");
    assertThat(config.lists().get(0).web()).contains("https://public-inbox.org/meta/");
  }

  @Test
  void anAnswerThatDoesNotFitIsAskedForAgain() {
    assertThat(init("what?\nkvm\nirc\nterminal\nMars\nUTC\na: b\n./state\n")).isZero();
    assertThat(out.toString().split("That does not fit", -1)).hasSize(5);
  }

  @Test
  void aFileThatIsThereIsLeftAsItIs() throws Exception {
    Files.writeString(folder.resolve("reroll.yaml"), "mine");
    assertThat(init("kvm\n")).isEqualTo(1);
    assertThat(folder.resolve("reroll.yaml")).hasContent("mine");
    assertThat(err.toString())
        .endsWith("reroll.yaml is there already; name another\n")
        .hasLineCount(1);
  }

  private int init(String answers) {
    System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
    return CommandLines.execute(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "init",
        folder.resolve("reroll.yaml").toString());
  }
}
