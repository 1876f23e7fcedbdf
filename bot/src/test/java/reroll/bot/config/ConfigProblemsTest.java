package reroll.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.Connectors;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;
import reroll.connectors.port.Setting;

/** What is said of a bad file: where, what, and what to write instead. */
class ConfigProblemsTest {
  private static final String LIST = "lists: {kvm: {archive: {type: git, path: kvm}}}\n";

  @TempDir private Path folder;

  @Test
  void allProblemsAreToldAtOnceInTheOrderOfTheFile() throws Exception {
    assertThat(
            problems(
                """
                zone: Europe/Berln
                mails: 10
                lists:
                  kvm:
                    pol: 1m
                    archive: {type: gti}
                  k v m:
                    poll: 90
                    web: lore.kernel.org
                    archive:
                      type: git
                  KVM:
                    poll: 2d
                """))
        .containsExactly(
            "1: the file lacks \"state\", the folder for the snapshot and the journal;"
                + " write state: ./state",
            "1: zone: \"Europe/Berln\" is not a time zone; did you mean Europe/Berlin?",
            "2: mails: \"10\" is too little; at least 1000",
            "5: unknown key \"pol\"; did you mean \"poll\"?",
            "6: type: \"gti\" is no kind of archive; known are git, files, vault",
            "7: \"k v m\" cannot be a list's name; use letters, digits, - . _ (64 at most),"
                + " a letter or digit first",
            "8: poll: \"90\" is not a time; write a number with its unit: 30s, 10m, 2h or 1d",
            "9: web: \"lore.kernel.org\" is not an address; write one that begins with https://"
                + " or http://",
            "10: lists.k v m.archive: an archive in git has either a path or a url; write one of"
                + " them",
            "12: \"KVM\" and the list on line 4 differ in case only; use another name",
            "12: lists.KVM lacks \"archive\", where its mail is read",
            "13: poll: \"2d\" is too much; at most 1d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state: ~/x     | 2: state: \"~/x\" begins with ~, which is not known here; write it out",
        "state: [a]     | 2: state: more than one value stands here; write state: ./state",
        "state:         | 2: state: nothing stands here; write state: ./state",
        "mails: 4e4     | 2: mails: \"4e4\" is not a whole number; write digits only",
        "mails: 9999999999 | 2: mails: \"9999999999\" is out of any range",
        "lists: {}      | 2: key \"lists\" stands here again; first on line 1",
        "[a]: b         | 2: a key must be a word",
        "monitor: {port: 70000} | 2: port: \"70000\" is too much; at most 65535",
        "monitor: {por: 1} | 2: unknown key \"por\"; did you mean \"port\"?",
        "x: &a 1        | 2: anchors (&) and aliases (*) are not known here; write it out",
        "x: !!int 1     | 2: tags (!) are not known here; quote a value that begins with !",
        "'a: b: c'      | 2: not YAML: mapping values are not allowed here",
        "--- b          | 2: a second document begins here",
        "zone: \"\\e[1m\" | 2: zone: \"?[1m\" holds a control character; take it out",
      })
  void oneBadLineIsTold(String line, String problem) throws Exception {
    assertThat(problems(LIST + line + "\n")).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "groups: {virt: kvm qmu} | 2: virt: \"qmu\" is no list; the lists are kvm",
        "groups: {virt: {}}      | 2: virt: here should stand names of lists, parted by blanks",
        "groups: {KVM: kvm}      | 2: \"KVM\" and the list on line 1 have one name; use another"
            + " name",
        "schedules: []           | 2: schedules: here should stand schedules, each by a name such"
            + " as morning:",
        "schedules: {a: {when: daily 9, channel: x}} | 2: schedules.a: 'daily 9' does not say when."
            + " Say daily 09:00,",
        "schedules: {a: {when: cron * * * * *, channel: x}} | 2: schedules.a: The minute must be"
            + " one number,",
        "schedules: {a: {when: daily 09:00 kvm, channel: x}} | 2: schedules.a: \"kvm\" does not"
            + " belong to when; take it out",
        "schedules: {a: {when: daily 09:00, channel: x, digest: pond}} | 2: schedules.a: \"pond\""
            + " is no digest; write a list,",
        "schedules: {a: {when: daily 09:00, channel: x, digest: all autor:ann}} | 2: schedules.a:"
            + " Term 1, 'autor:ann': there is no key autor",
        "tags: {v6.19: soon}     | 2: v6.19: here should stand its day, such as 2026-02-22",
        "tags: {today: 2026-02-22} | 2: \"today\" cannot be a tag; one is v6.19-rc1",
        "tags: {v1: 2026-02-22, V1: 2026-02-22} | 2: \"V1\" is a tag already, in another case",
        "schedules: {a: {when: daily 09:00}} | 2: schedules.a lacks \"channel\", the channel to"
            + " which it comes",
      })
  void groupsAndSchedulesAreCheckedWhole(String line, String problem) throws Exception {
    assertThat(problems(LIST + "state: x\n" + line + "\n"))
        .singleElement()
        .asString()
        .startsWith(problem.replaceFirst("^2", "3"));
  }

  @Test
  void aTabIsCalledATab() throws Exception {
    assertThat(problems("state: x\n\tzone: UTC\n"))
        .containsExactly("2: a tab stands here; indent with spaces");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n", "~"})
  void anEmptyFileIsCalledEmpty(String text) throws Exception {
    assertThat(problems(text))
        .containsExactly(" the file is empty; it needs at least the keys state and lists");
  }

  @Test
  void noListIsAProblem() throws Exception {
    assertThat(problems("state: x\nlists: {}\n"))
        .containsExactly("2: lists: no list stands here; name at least one");
  }

  @Test
  void bytesThatAreNotUtf8AreFoundByTheirLine() throws Exception {
    assertThat(problems("state: x\n# caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly("2: this is not UTF-8; save it as UTF-8");
  }

  @Test
  void aFileThatIsNoneIsTold() {
    assertThat(load(folder.resolve("none.yaml"), Map.of()))
        .containsExactly(folder.resolve("none.yaml") + ": there is no such file");
    assertThat(load(folder, Map.of())).containsExactly(folder + ": this is a folder, not a file");
  }

  @Test
  void hostileFilesEndSoonAndInFewWords() throws Exception {
    assertThat(problems("[".repeat(1_000_000))).containsExactly("1: too deeply nested");
    assertThat(problems("#".repeat(2 << 20))).containsExactly(" this is larger than 1024 KiB");
    assertThat(problems("a: b\n".repeat(10_000))).hasSize(Problems.MAX_TOLD + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "hunter2 | a secret does not stand in this file; write token: ${NAME}, token: {env: NAME}"
            + " or token: {file: PATH}",
        "{hunter2} | a secret does not stand in this file; write token: ${NAME}, token: {env: NAME}"
            + " or token: {file: PATH}",
        "'x${EMPTY}' | a secret does not stand in this file; write token: ${NAME}, token: {env:"
            + " NAME} or token: {file: PATH}",
        "'${hunter2}' | the environment variable named here is not set",
        "'${EMPTY}' | the environment variable named here is empty",
        "{env: hunter2} | the environment variable named here is not set",
        "{file: hunter2} | the file named here cannot be used: there is no such file",
        "{env: EMPTY} | the environment variable named here is empty",
      })
  void aSecretIsNeverShown(String token, String problem) throws Exception {
    assertThat(load(vault(token), Map.of("EMPTY", "")))
        .containsExactly(folder.resolve("reroll.yaml") + ":2: token: " + problem);
  }

  @Test
  void aSecretIsFetchedFromWhereTheFileSaysItIs() throws Exception {
    Files.writeString(folder.resolve("token"), "hunter2\n");
    for (String place : List.of("{file: token}", "{env: TOKEN}", "'${TOKEN}'")) {
      BotConfig config =
          ConfigLoader.load(vault(place), Map.of("TOKEN", "hunter2"), kinds(List.of(new Vault())));

      assertThat(config.lists().get(0).archive().settings())
          .isEqualTo(new Vault.Settings(new Secret("hunter2")));
      assertThat(config.toString()).doesNotContain("hunter2");
    }
  }

  @Test
  void theSampleOfEveryArchiveKeyCanStandInTheFile() throws Exception {
    for (ArchiveSource.Factory<?> factory : Connectors.ARCHIVES) {
      StringBuilder yaml = new StringBuilder("state: x\nlists:\n  a:\n    archive:\n");
      yaml.append("      type: ").append(factory.type()).append('\n');
      for (var key : factory.settings().getRecordComponents()) {
        String sample = key.getAnnotation(Setting.class).sample();
        yaml.append("      ").append(RecordBinder.keyOf(key)).append(": ").append(sample);
        yaml.append('\n');
      }
      Path file = Files.writeString(folder.resolve("reroll.yaml"), yaml);

      assertThat(problemsOfValues(file)).isEmpty();
    }
  }

  /** Without what only several values together are refused for: some keys exclude others. */
  private static List<String> problemsOfValues(Path file) throws IOException {
    try {
      ConfigLoader.load(file, secrets());
      return List.of();
    } catch (ConfigProblems e) {
      return e.problems().stream()
          .filter(problem -> !problem.contains(": lists.a.archive: "))
          .toList();
    }
  }

  private static Map<String, String> secrets() {
    return Map.of("IMAP_PASSWORD", "x", "IMAP_REFRESH_TOKEN", "x", "IMAP_CLIENT_SECRET", "x");
  }

  /** A kind of archive that is known by nothing but its settings. */
  private static final class Vault implements ArchiveSource.Factory<Vault.Settings> {
    record Settings(@Setting(value = "the token", sample = "{env: TOKEN}") Secret token) {}

    @Override
    public String type() {
      return "vault";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public ArchiveSource open(Settings settings, ArchiveHome home) throws ConnectorException {
      throw ConnectorException.rejected("a vault is never opened here");
    }
  }

  private Path vault(String token) throws IOException {
    return Files.writeString(
        folder.resolve("reroll.yaml"),
        "state: x\nlists: {a: {archive: {type: vault, token: " + token + "}}}\n");
  }

  private List<String> problems(String yaml) throws IOException {
    return problems(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the file's name. */
  private List<String> problems(byte[] yaml) throws IOException {
    Path file = Files.write(folder.resolve("reroll.yaml"), yaml);
    return load(file, Map.of()).stream().map(problem -> problem.replace(file + ":", "")).toList();
  }

  private static List<String> load(Path file, Map<String, String> environment) {
    return catchThrowableOfType(
            ConfigProblems.class, () -> ConfigLoader.load(file, environment, kinds(archives())))
        .problems();
  }

  private static KnownKinds kinds(List<ArchiveSource.Factory<?>> archives) {
    return new KnownKinds(archives, List.of());
  }

  private static List<ArchiveSource.Factory<?>> archives() {
    return List.of(Connectors.ARCHIVES.get(0), Connectors.ARCHIVES.get(1), new Vault());
  }

  @Test
  void templatesOfTheUsersOwnAreTriedBeforeAnythingStarts() throws Exception {
    Path own = folder.resolve("own/answer");
    Files.createDirectories(own);
    Files.writeString(own.resolve("line.md.ftl"), "Well:\n${sentance}");
    Files.writeString(own.resolve("lines.md.ftl"), "");
    assertThat(problems(LIST + "state: x\ntemplates: own\n"))
        .map(String::strip)
        .containsExactly(
            "templates: answer/lines.md.ftl is the name of no template; one is card/newer.md.ftl",
            "templates: answer/line.md.ftl: line 2: The following has evaluated to null or missing:");
  }
}
