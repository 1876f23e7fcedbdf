package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import reroll.bot.command.Commands;

/** What the documents name is there: commands, their options, chat commands, files and tests. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..");

  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]+`");

  /** The program, by itself or in a folder; its command, and the rest of the line. */
  private static final Pattern CALL =
      Pattern.compile("(?<![@-])(?<!(?<![.t])/)\\breroll(?:\\.jar)? ([a-z]+)\\b([^`\\n|]*)");

  private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z-]+");
  private static final Pattern CHAT_COMMAND = Pattern.compile("(?<![\\w<>])!([a-z]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  private final CommandLine program = CommandLines.line();

  static Stream<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>(files(ROOT.resolve("docs"), ".md"));
    all.addAll(
        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve).toList());
    return all.stream();
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCallOfTheProgramCanBeTyped(Path document) throws IOException {
    for (MatchResult call : calls(document)) {
      CommandLine command = program.getSubcommands().get(call.group(1));
      assertThat(command).as("the command of: %s", call.group()).isNotNull();
      CommandLine inner = command.getSubcommands().get(firstWord(call.group(2)));
      assertThat((inner == null ? command : inner).getCommandSpec().optionsMap().keySet())
          .as("the options of: %s", call.group())
          .containsAll(found(OPTION, call.group(2)));
    }
  }

  private static List<MatchResult> calls(Path document) throws IOException {
    return CALL.matcher(codeOf(document)).results().toList();
  }

  private static String firstWord(String words) {
    return words.strip().split("\\s", 2)[0];
  }

  @Test
  void everyCommandOfTheProgramStandsInADocument() throws IOException {
    Set<String> told = new TreeSet<>();
    for (Path document : documents().toList()) {
      calls(document).forEach(call -> told.add(call.group(1)));
    }
    assertThat(told).containsAll(program.getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyChatCommandCanBeSaid(Path document) throws IOException {
    assertThat(chatCommands()).containsAll(found(CHAT_COMMAND, codeOf(document)));
  }

  @Test
  void everyChatCommandStandsInTheReadme() throws IOException {
    assertThat(found(CHAT_COMMAND, codeOf(ROOT.resolve("README.md")))).containsAll(chatCommands());
  }

  /** What a chat does by itself belongs to them for those who read. */
  private static Set<String> chatCommands() {
    Set<String> words =
        new Commands()
            .words().stream()
                .map(word -> word.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    words.add("leave");
    return words;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFile(Path document) throws IOException {
    for (String link : found(LINK, Files.readString(document))) {
      assertThat(document.resolveSibling(link).normalize()).as("%s in %s", link, document).exists();
    }
  }

  @Test
  void everyTestThatShowsADefenceIsThere() throws IOException {
    List<Path> tests = new ArrayList<>();
    for (String module : List.of("templates", "connectors", "bot")) {
      tests.addAll(files(ROOT.resolve(module).resolve("src/test/java"), "Test.java"));
    }
    List<MatchResult> named =
        TEST.matcher(Files.readString(ROOT.resolve("docs/threats.md"))).results().toList();
    assertThat(named).isNotEmpty();
    for (MatchResult test : named) {
      assertThat(tests).as(test.group()).anyMatch(file -> has(file, test.group(1), test.group(2)));
    }
  }

  private static boolean has(Path file, String name, String method) {
    try {
      return file.getFileName().toString().equals(name + ".java")
          && Files.readString(file).contains("void " + method + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String codeOf(Path document) throws IOException {
    return CODE.matcher(Files.readString(document))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(match.groupCount() == 0 ? 0 : 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
