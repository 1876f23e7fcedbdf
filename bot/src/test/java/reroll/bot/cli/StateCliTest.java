package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;

class StateCliTest {
  @TempDir private Path folder;

  private final CommandRun program = new CommandRun();

  @BeforeEach
  void aBotWithAState() throws Exception {
    Files.createDirectory(folder.resolve("mail"));
    configure("here", "state");
    configure("there", "moved");
    try (Engine engine = start()) {
      engine.submit(new Input.TimeCame(Clock.systemUTC().instant())).get();
    }
    Files.writeString(folder.resolve("state/installation"), "name\n");
    Files.createDirectories(folder.resolve("state/chats/work"));
    Files.writeString(folder.resolve("state/chats/work/place.json"), "{}");
    Files.createDirectories(folder.resolve("state/archives/pond"));
    Files.writeString(folder.resolve("state/archives/pond/pack"), "large");
  }

  private void configure(String name, String state) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yaml"),
        "state: " + state + "\nlists: {pond: {archive: {type: files, path: mail}}}\n");
  }

  private Engine start() throws Exception {
    return CommandRun.engine(folder.resolve("here.yaml"));
  }

  @Test
  void aWholeStateIsWholeAlsoWhileABotIsAtWork() throws Exception {
    try (Engine engine = start()) {
      engine.submit(new Input.TimeCame(Clock.systemUTC().instant())).get();
      assertThat(run("verify", "here")).isZero();
    }
    assertThat(program.out.toString())
        .isEqualTo(
            folder.resolve("state")
                + ": whole\n"
                + "snapshots: 1, journals: 1\n"
                + "2 inputs made it: 0 series of 0 patch mails, 0 follows, 0 posts owed\n");
  }

  @Test
  void whatIsExportedIsThereWhenItIsImportedElsewhereButForCopiesOfArchives() {
    assertThat(run("export", "here", "one.zip")).isZero();
    assertThat(run("import", "there", "one.zip")).isZero();
    assertThat(run("verify", "there")).isZero();
    assertThat(folder.resolve("moved/installation")).hasContent("name");
    assertThat(folder.resolve("moved/chats/work/place.json")).hasContent("{}");
    assertThat(folder.resolve("moved/archives")).doesNotExist();
    assertThat(program.out.toString())
        .endsWith("1 inputs made it: 0 series of 0 patch mails, 0 follows, 0 posts owed\n");
  }

  @Test
  void nothingIsWrittenOverAnExportOrAState() {
    assertThat(run("export", "here", "one.zip")).isZero();
    assertThat(run("export", "here", "one.zip")).isEqualTo(1);
    assertThat(run("import", "here", "one.zip")).isEqualTo(1);
    assertThat(program.err.toString())
        .contains("one.zip is there already", "holds a state already")
        .hasLineCount(2);
  }

  @Test
  void anExportThatLeadsOutOfTheFolderIsRefused() throws IOException {
    zip("chats/../../escaped", "x");
    assertThat(run("import", "there", "made.zip")).isEqualTo(1);
    assertThat(folder.resolve("escaped")).doesNotExist();
    assertThat(program.err.toString()).hasLineCount(1);
  }

  @Test
  void aFileThatIsNoExportIsOneSentence() throws IOException {
    Files.writeString(folder.resolve("made.zip"), "no zip");
    assertThat(run("import", "there", "made.zip")).isEqualTo(1);
    assertThat(program.err.toString())
        .endsWith("made.zip is no export of a state\n")
        .hasLineCount(1);
  }

  @Test
  void aCompactStateIsOneSnapshot() throws IOException {
    assertThat(run("compact", "here")).isZero();
    try (Stream<Path> files = Files.list(folder.resolve("state"))) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("snapshot-")))
          .hasSize(1);
    }
  }

  @Test
  void aStateAtWorkIsNotCompacted() throws Exception {
    try (Engine engine = start()) {
      assertThat(engine).isNotNull();
      assertThat(run("compact", "here")).isEqualTo(1);
    }
    assertThat(program.err.toString())
        .contains("another Reroll runs on the state folder")
        .hasLineCount(1);
  }

  private void zip(String name, String content) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("made.zip")))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private int run(String what, String configuration, String... file) {
    List<String> words =
        new ArrayList<>(
            List.of("state", what, "--config", folder.resolve(configuration + ".yaml").toString()));
    for (String name : file) {
      words.add(folder.resolve(name).toString());
    }
    return program.run(words.toArray(String[]::new));
  }
}
