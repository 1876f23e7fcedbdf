package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
  private static final Path FOLDER = Path.of("state");

  private final MemoryDisk disk = new MemoryDisk();
  private final List<Input> story = Story.inputs();

  /** What the first inputs lead to, by their number. */
  private final Map<Integer, String> expected = new HashMap<>();

  private Engine start() throws IOException {
    return Engine.start(FOLDER, disk, Story.settings(), () -> {});
  }

  private static String text(Engine engine) throws Exception {
    return engine.ask(Story::text).get();
  }

  private static void submit(Engine engine, List<Input> inputs) throws Exception {
    for (Input input : inputs) {
      engine.submit(input).get();
    }
  }

  /** What the story leads to without a disk and without a fault. */
  private String expected(int inputs) {
    return expected.computeIfAbsent(
        inputs,
        some -> {
          BotState state = Story.newState();
          story.subList(0, some).forEach(state::apply);
          return Story.text(state);
        });
  }

  @Test
  void aStopAndAStartChangeNothing() throws Exception {
    for (int i = 0; i < story.size(); i += 5) {
      try (Engine engine = start()) {
        assertThat(text(engine)).as("before input %d", i).isEqualTo(expected(i));
        submit(engine, story.subList(i, Math.min(i + 5, story.size())));
      }
    }
    try (Engine engine = start()) {
      assertThat(text(engine)).isEqualTo(expected(story.size()));
    }
  }

  @Test
  void whatWasConfirmedIsThereAfterADeathWithoutASnapshot() throws Exception {
    Engine killed = start();
    submit(killed, story);
    disk.heal(); // the lock of the dead process is gone; its engine never closes
    try (Engine engine = start()) {
      assertThat(text(engine)).isEqualTo(expected(story.size()));
    }
  }

  /**
   * The heart: whatever the step at which the process dies, nothing confirmed is lost or doubled.
   */
  @Test
  void aDeathAtAnyStepLosesNothingThatWasConfirmed() throws Exception {
    int steps = stepsOfAWholeRun();
    for (int step = 1; step < steps; step++) {
      disk.files().clear();
      disk.heal();
      disk.failAfter(step, true);
      int confirmed = runUntilDeath();
      disk.heal();
      try (Engine engine = start()) {
        String found = text(engine);
        // One more may be whole on the disk although its confirmation never came.
        assertThat(List.of(expected(confirmed), expected(Math.min(confirmed + 1, story.size()))))
            .as("death at step %d of %d, %d inputs confirmed", step, steps, confirmed)
            .contains(found);
        int known = found.equals(expected(confirmed)) ? confirmed : confirmed + 1;
        submit(engine, story.subList(known, story.size()));
        assertThat(text(engine)).as("step %d", step).isEqualTo(expected(story.size()));
      }
    }
  }

  private int stepsOfAWholeRun() throws IOException, InterruptedException {
    int before = disk.steps();
    runUntilDeath();
    return disk.steps() - before;
  }

  /** Runs the story with a snapshot now and then; returns how many inputs were confirmed. */
  private int runUntilDeath() throws InterruptedException {
    int confirmed = 0;
    try (Engine engine = start()) {
      for (Input input : story) {
        engine.submit(input).get();
        confirmed++;
        if (confirmed % 4 == 0) {
          engine.save().get();
        }
      }
    } catch (IOException | ExecutionException death) {
      assertThat(death).hasStackTraceContaining("No space left");
    }
    return confirmed;
  }

  @Test
  void aFullDiskRefusesInputsAndForgetsNothing() throws Exception {
    try (Engine engine = start()) {
      submit(engine, story.subList(0, 3));
      disk.failAfter(0, false);
      CompletableFuture<Void> refused = engine.submit(story.get(3));
      assertThatThrownBy(refused::get).hasRootCauseMessage("No space left on device");
      assertThat(text(engine)).isEqualTo(expected(3));
      submit(engine, story.subList(3, story.size()));
      assertThat(text(engine)).isEqualTo(expected(story.size()));
    }
    try (Engine engine = start()) {
      assertThat(text(engine)).isEqualTo(expected(story.size()));
    }
  }

  @Test
  void aSnapshotThatCannotBeWrittenCostsNothing() throws Exception {
    Engine killed = start();
    submit(killed, story.subList(0, 4));
    disk.failAfter(0, false);
    assertThatThrownBy(() -> killed.save().get()).isInstanceOf(ExecutionException.class);
    assertThat(disk.files().keySet()).as("no half snapshot takes room").hasSize(1);
    submit(killed, story.subList(4, story.size()));
    disk.heal();
    try (Engine engine = start()) {
      assertThat(text(engine)).isEqualTo(expected(story.size()));
    }
  }

  @Test
  void aTornTailIsCutAndWhatCameBeforeItStays() throws Exception {
    Engine killed = start();
    submit(killed, story.subList(0, 4));
    disk.heal();
    Path journal = file("journal-");
    byte[] whole = disk.files().get(journal);
    for (int lost = 1; lost < 200; lost += 13) {
      disk.files().put(journal, java.util.Arrays.copyOf(whole, whole.length - lost));
      disk.heal();
      try (Engine engine = start()) {
        assertThat(text(engine)).isEqualTo(expected(3));
      }
      disk.files().keySet().removeIf(file -> !file.equals(journal));
    }
  }

  @Test
  void aDamagedSnapshotFallsBackToTheOneBefore() throws Exception {
    for (int i = 0; i < 4; i++) {
      try (Engine engine = start()) {
        submit(engine, story.subList(i, i + 1));
      }
    }
    damage(file("snapshot-000000000004"));
    try (Engine engine = start()) {
      assertThat(text(engine)).isEqualTo(expected(4));
    }
  }

  @Test
  void withoutAnyGoodSnapshotTheStartIsRefusedAndNothingIsWritten() throws Exception {
    for (int i = 0; i < 5; i++) {
      try (Engine engine = start()) {
        submit(engine, story.subList(i, i + 1));
      }
    }
    disk.files().keySet().stream()
        .filter(file -> file.getFileName().toString().startsWith("snapshot-"))
        .toList()
        .forEach(this::damage);
    Map<Path, byte[]> before = Map.copyOf(disk.files());
    assertThatThrownBy(this::start)
        .isInstanceOf(CorruptStateException.class)
        .hasMessageContaining("no snapshot in state is whole; put one back from a backup");
    assertThat(disk.files()).containsExactlyInAnyOrderEntriesOf(before);
  }

  @ParameterizedTest
  @CsvSource({
    "9, 'it has schema 9, this program knows up to '",
    "2, 'it has schema 2 of an older program, this one reads from 3 to '",
  })
  void aSnapshotOfAnotherProgramIsRefusedAndLeftAlone(int schema, String message) throws Exception {
    try (Engine engine = start()) {
      submit(engine, story.subList(0, 1));
    }
    Path snapshot = file("snapshot-");
    byte[] later =
        new String(disk.files().get(snapshot), StandardCharsets.ISO_8859_1)
            .replaceFirst("reroll-snapshot \\d ", "reroll-snapshot " + schema + " ")
            .getBytes(StandardCharsets.ISO_8859_1);
    disk.files().put(snapshot, later);
    assertThatThrownBy(this::start)
        .isInstanceOf(CorruptStateException.class)
        .hasMessageContaining(message + Snapshot.SCHEMA);
    assertThat(disk.files().get(snapshot)).isEqualTo(later);
  }

  @Test
  void damageInTheMiddleOfAJournalIsRefused() throws Exception {
    Engine killed = start();
    submit(killed, story.subList(0, 4));
    disk.heal();
    Path journal = file("journal-");
    disk.files().get(journal)[40] ^= 1;
    assertThatThrownBy(this::start)
        .isInstanceOf(CorruptStateException.class)
        .hasMessageContaining("line 1 is damaged, and others follow");
  }

  @Test
  void aJournalOfWhatTheSnapshotHoldsIsNotReadAgain() throws Exception {
    Engine killed = start();
    submit(killed, story.subList(0, 1));
    killed.save().get();
    submit(killed, story.subList(1, 3));
    killed.save().get();
    submit(killed, story.subList(3, 4));
    disk.heal();
    disk.files().get(file("journal-000000000001"))[40] ^= 1;
    try (Engine engine = start()) {
      assertThat(text(engine)).isEqualTo(expected(4));
    }
  }

  @Test
  void aJournalThatIsMissingIsNoticed() throws Exception {
    Engine killed = start();
    submit(killed, story.subList(0, 2));
    killed.save().get();
    submit(killed, story.subList(2, 4));
    killed.save().get();
    submit(killed, story.subList(4, 5));
    disk.heal();
    damage(file("snapshot-000000000004"));
    disk.files().remove(file("journal-000000000002"));
    assertThatThrownBy(this::start)
        .isInstanceOf(CorruptStateException.class)
        .hasMessageContaining("a file is missing");
  }

  @Test
  void twoBotsCannotShareAFolder() throws Exception {
    try (Engine engine = start()) {
      assertThat(text(engine)).isEqualTo(expected(0));
      assertThatThrownBy(this::start).hasMessage("another Reroll runs on the state folder state");
    }
  }

  @Test
  void onlyTheLastSnapshotsAreKept() throws Exception {
    for (int i = 0; i < 6; i++) {
      try (Engine engine = start()) {
        submit(engine, story.subList(i, i + 1));
      }
    }
    assertThat(disk.files().keySet().stream().filter(file -> file.toString().contains("snapshot-")))
        .hasSize(StateFolder.SNAPSHOTS_KEPT);
    assertThat(disk.files().keySet().stream().filter(file -> file.toString().contains("journal-")))
        .hasSizeLessThanOrEqualTo(StateFolder.SNAPSHOTS_KEPT + 1);
  }

  private Path file(String prefix) {
    return disk.files().keySet().stream()
        .filter(file -> file.getFileName().toString().startsWith(prefix))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private void damage(Path file) {
    byte[] bytes = disk.files().get(file).clone();
    bytes[bytes.length / 2] ^= 1;
    disk.files().put(file, bytes);
  }
}
