package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateCareTest {
  private static final Path FOLDER = Path.of("state");

  private final MemoryDisk disk = new MemoryDisk();
  private final List<Input> inputs = Story.inputs();

  private StateCare care() {
    return care(FOLDER, disk);
  }

  private static StateCare care(Path folder, Disk where) {
    return new StateCare(folder, where, Story.settings());
  }

  /** A bot that ran three times, and saved now and then. */
  @BeforeEach
  void aBotLived() throws Exception {
    int third = inputs.size() / 3;
    live(inputs.subList(0, third));
    live(inputs.subList(third, 2 * third));
    live(inputs.subList(2 * third, inputs.size()));
  }

  private void live(List<Input> some) throws Exception {
    try (Engine engine = start()) {
      for (Input input : some) {
        engine.submit(input).get();
      }
    }
  }

  private Engine start() throws IOException {
    return Engine.start(FOLDER, disk, Story.settings(), () -> {});
  }

  private String stateNow() throws Exception {
    try (Engine engine = start()) {
      return engine.ask(Story::text).get();
    }
  }

  @Test
  void aWholeStateIsSaidToBeWholeAndLeftAsItIs() throws IOException {
    Map<Path, byte[]> before = new TreeMap<>(disk.files());
    StateCare.Report report = care().verify();
    assertThat(report.damaged()).isEmpty();
    assertThat(report.snapshots()).isEqualTo(3);
    assertThat(report.inputs()).isEqualTo(inputs.size());
    assertThat(report.follows()).isEqualTo(1);
    assertThat(disk.files()).isEqualTo(before);
  }

  @Test
  void whileABotIsAtWorkItsStateCanBeVerifiedAndCopiedWithAllThatItWasTold() throws Exception {
    disk.files().clear();
    try (Engine engine = start()) {
      for (Input input : inputs) {
        engine.submit(input).get();
        assertThat(care().verify().inputs()).isEqualTo(inputs.indexOf(input) + 1L);
      }
      MemoryDisk elsewhere = new MemoryDisk();
      care(FOLDER, elsewhere).restore(care().copy());
      String copied;
      try (Engine other = Engine.start(FOLDER, elsewhere, Story.settings(), () -> {})) {
        copied = other.ask(Story::text).get();
      }
      assertThat(copied).isEqualTo(engine.ask(Story::text).get());
    }
  }

  @Test
  void aDamagedSnapshotIsNamedAlthoughTheOneBeforeServes() throws IOException {
    Path newest = snapshots().get(2);
    disk.files().get(newest)[200] ^= 1;
    assertThat(care().verify().damaged())
        .containsExactly(newest.getFileName() + " cannot be read: its check sum is wrong");
    assertThat(care().verify().inputs()).isEqualTo(inputs.size());
  }

  @Test
  void aDamagedJournalIsNamedAlthoughTheSnapshotsHoldWhatItHeld() throws IOException {
    Path old = disk.files().keySet().stream().filter(StateCareTest::isJournal).findFirst().get();
    disk.files().get(old)[40] ^= 1;
    assertThat(care().verify().damaged())
        .containsExactly(
            old.getFileName() + " cannot be read: line 1 is damaged, and others follow");
    assertThat(care().verify().inputs()).isEqualTo(inputs.size());
  }

  @Test
  void aStateWithoutAnythingWholeIsRefusedWithWhatToDo() {
    disk.files().replaceAll((file, bytes) -> "nonsense\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> care().verify())
        .isInstanceOf(CorruptStateException.class)
        .hasMessageContaining("put one back from a backup");
  }

  @Test
  void aFolderWithoutAStateIsSaidToHoldNone() {
    disk.files().clear();
    assertThatThrownBy(() -> care().verify()).hasMessage("state holds no state");
  }

  @Test
  void aStateIsNeverPutOverAnother() throws IOException {
    Map<String, byte[]> copy = care().copy();
    Map<Path, byte[]> before = new TreeMap<>(disk.files());
    assertThatThrownBy(() -> care().restore(copy))
        .hasMessage("state holds a state already; move it away first");
    assertThat(disk.files()).containsAllEntriesOf(before);
  }

  @Test
  void filesThatAreNoStateArePutNowhere() {
    MemoryDisk elsewhere = new MemoryDisk();
    byte[] nonsense = {1, 2, 3};
    assertThatThrownBy(
            () -> care(FOLDER, elsewhere).restore(Map.of("snapshot-000000000001.packed", nonsense)))
        .isInstanceOf(IOException.class);
    assertThat(elsewhere.files()).isEmpty();
  }

  @Test
  void aCompactStateIsOneSnapshotAndSaysTheSame() throws Exception {
    String before = stateNow();
    care().compact();
    assertThat(snapshots()).hasSize(1);
    assertThat(disk.files().keySet().stream().filter(StateCareTest::isJournal)).hasSize(1);
    assertThat(stateNow()).isEqualTo(before);
  }

  @Test
  void aStateOnWhichABotIsAtWorkIsNotCompacted() throws Exception {
    try (Engine bot = start()) {
      assertThat(bot).isNotNull();
      assertThatThrownBy(() -> care().compact())
          .hasMessage("another Reroll runs on the state folder state");
    }
  }

  /** Whatever step fails, nothing is lost. */
  @Test
  void aDiskThatFailsWhileCompactingLeavesTheState() throws Exception {
    String before = stateNow();
    for (int successes = 0; successes < 20; successes++) {
      disk.failAfter(successes, true);
      try {
        care().compact();
      } catch (IOException failed) {
        assertThat(failed).isNotNull();
      }
      disk.heal();
      assertThat(stateNow()).as("a failure after %s steps", successes).isEqualTo(before);
    }
  }

  private List<Path> snapshots() {
    return disk.files().keySet().stream()
        .filter(file -> file.getFileName().toString().startsWith("snapshot-"))
        .toList();
  }

  private static boolean isJournal(Path file) {
    return file.getFileName().toString().startsWith("journal-");
  }
}
