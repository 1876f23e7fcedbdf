package reroll.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.Connectors;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;
import reroll.connectors.port.Setting;

/** What the file may say of chats, and what is said of it when it is wrong. */
class ChatConfigTest {
  @TempDir private Path folder;

  @Test
  void chatsAreReadInTheOrderOfTheFile() throws Exception {
    BotConfig config =
        load(
            "chats: {upstream: {type: pigeon, loft: a}, home: {type: pigeon, loft: b, seed: {env: SEED}}}");

    assertThat(config.chats()).extracting(ChatConfig::name).containsExactly("upstream", "home");
    assertThat(config.chats().get(1).settings())
        .isEqualTo(new Pigeon.Settings("b", Optional.of(new Secret("corn"))));
    assertThat(config.toString()).doesNotContain("corn");
  }

  @Test
  void aFileWithoutChatsIsForTheTerminal() throws Exception {
    assertThat(load("").chats()).isEmpty();
  }

  @Test
  void everythingWrongIsTold() throws Exception {
    String chats =
        """
        chats:
          a: {type: pigoen, loft: x}
          b: {loft: x}
          c: {type: pigeon, lofty: x}
          kvm: {type: pigeon, loft: x}
          C: {type: pigeon, loft: x}
          "d e": {type: pigeon, loft: x}
        """;

    assertThat(problems(chats))
        .containsExactly(
            "4: type: \"pigoen\" is no kind of chat; known are pigeon; did you mean pigeon?",
            "5: chats.b lacks \"type\"; known are pigeon",
            "6: chats.c lacks \"loft\", where the pigeon lives; write loft: roof",
            "6: unknown key \"lofty\"; did you mean \"loft\"?",
            "7: \"kvm\" and the list on line 2 have one name; use another name",
            "8: \"C\" and the chat on line 6 differ in case only; use another name",
            "9: \"d e\" cannot be a chat's name; use letters, digits, - . _ (64 at most),"
                + " a letter or digit first");
    assertThat(problems("chats: {}\n"))
        .containsExactly("3: chats: no chat stands here; name one, or leave it out");
  }

  @Test
  void theSampleOfEveryChatKeyCanStandInTheFile() throws Exception {
    for (ChatPlatform.Factory<?> factory : Connectors.CHATS) {
      StringBuilder chats = new StringBuilder("chats:\n  a:\n    type: " + factory.type() + "\n");
      for (var key : factory.settings().getRecordComponents()) {
        Setting setting = key.getAnnotation(Setting.class);
        chats.append("    " + RecordBinder.keyOf(key) + ": " + setting.sample() + "\n");
      }
      assertThat(problems(chats.toString(), new KnownKinds(Connectors.ARCHIVES, Connectors.CHATS)))
          .filteredOn(problem -> !problem.contains(": chats.a: ")) // some keys exclude others
          .filteredOn(problem -> !problem.contains("the environment variable named here"))
          .isEmpty();
    }
  }

  private List<String> problems(String chats) throws IOException {
    return problems(chats, pigeons());
  }

  private List<String> problems(String chats, KnownKinds kinds) throws IOException {
    Path file = write(chats);
    try {
      ConfigLoader.load(file, Map.of(), kinds);
      return List.of();
    } catch (ConfigProblems wrong) {
      return wrong.problems().stream().map(what -> what.replace(file + ":", "")).toList();
    }
  }

  private BotConfig load(String chats) throws Exception {
    return ConfigLoader.load(write(chats), Map.of("SEED", "corn"), pigeons());
  }

  private Path write(String chats) throws IOException {
    return Files.writeString(
        folder.resolve("reroll.yaml"),
        "state: x\nlists: {kvm: {archive: {type: git, path: kvm}}}\n" + chats);
  }

  private static KnownKinds pigeons() {
    return new KnownKinds(Connectors.ARCHIVES, List.of(new Pigeon()));
  }

  /** A kind of chat that is known by nothing but its settings. */
  private static final class Pigeon implements ChatPlatform.Factory<Pigeon.Settings> {
    record Settings(
        @Setting(value = "where the pigeon lives", sample = "roof") String loft,
        @Setting(value = "what it eats", sample = "{env: SEED}") Optional<Secret> seed) {}

    @Override
    public String type() {
      return "pigeon";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public ChatPlatform create(Settings settings, ChatHome home) throws ConnectorException {
      throw ConnectorException.rejected("no pigeon flies here");
    }
  }
}
