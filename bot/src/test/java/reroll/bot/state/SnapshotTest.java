package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.follow.Follow;
import reroll.bot.series.SavedSeries;
import reroll.connectors.archive.Cursor;

class SnapshotTest {

  private final Snapshot form = new Snapshot();

  private static SavedState story(int inputs) {
    BotState state = Story.newState();
    Story.inputs().subList(0, inputs).forEach(state::apply);
    return state.save();
  }

  private static SavedState story() {
    return story(Story.inputs().size());
  }

  @Test
  void aStateIsReadAsItWasWrittenAndWrittenAgainAsItWasRead() throws IOException {
    for (int inputs = 0; inputs <= Story.inputs().size(); inputs++) {
      SavedState saved = story(inputs);
      byte[] file = form.encode(saved);
      BotState restored = Story.newState();
      restored.restore(form.decode(file));
      assertThat(restored.save()).as("after %d inputs", inputs).isEqualTo(saved);
      assertThat(form.encode(restored.save())).as("after %d inputs", inputs).isEqualTo(file);
    }
  }

  @Test
  void everythingThatAStateCanHoldIsReadAsItWasWritten() throws IOException {
    SavedState saved = WholeState.saved();
    assertThat(saved.parts())
        .map(part -> part.section().name())
        .containsExactlyElementsOf(PackedState.SECTIONS.stream().map(Section::name).toList());
    assertThat(form.decode(form.encode(saved))).isEqualTo(saved);
  }

  @Test
  void aBodyThatNoProgramWroteIsDamagedAndNothingWorse() throws IOException {
    byte[] body = body(form.encode(story()));
    Random random = new Random(20260301);
    int refused = 0;
    for (int run = 0; run < 1_000; run++) {
      byte[] hostile = body.clone();
      for (int change = 0; change <= run % 4; change++) {
        hostile[random.nextInt(hostile.length)] = (byte) random.nextInt(256);
      }
      int length = run % 3 == 0 ? random.nextInt(hostile.length) : hostile.length;
      refused += isRefused(snapshot(Snapshot.SCHEMA, Arrays.copyOf(hostile, length))) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(500);
  }

  /** Anything else that is thrown fails the test. */
  private boolean isRefused(byte[] file) {
    try {
      form.decode(file);
      return false;
    } catch (IOException damaged) {
      return true;
    }
  }

  /** What is gzipped can swell; snapshots were up to schema 4. */
  @Test
  void aBombIsRefusedBeforeItIsBig() throws IOException {
    byte[] bomb = snapshot(4, gzipped(new byte[64 << 20]));
    assertThat(bomb.length).isLessThan(100_000);
    assertThatThrownBy(() -> form.decode(bomb))
        .isInstanceOf(IOException.class)
        .hasMessage("it swells beyond all measure");
  }

  @Test
  void aListThatClaimsMoreThanTheFileHoldsIsRefused() {
    byte[] hostile =
        snapshot(
            body -> {
              body.number(0);
              body.number(Integer.MAX_VALUE);
            });
    assertThatThrownBy(() -> form.decode(hostile)).hasMessage("it ends too early");
  }

  @Test
  void aSeriesThatLostTheRevisionToWhichAnotherIsLinkedIsDamage() {
    SavedState whole = WholeState.saved();
    SavedState lost =
        new SavedState(
            whole.inputs(), whole.parts().stream().map(SnapshotTest::withoutV1).toList());
    assertThatThrownBy(() -> form.decode(form.encode(lost)))
        .isInstanceOf(IOException.class)
        .hasMessage("a series has lost a part");
  }

  private static SavedState.Saved<?> withoutV1(SavedState.Saved<?> part) {
    if (part.value() instanceof SeriesSection.All all) {
      SavedSeries series = all.series().get(0);
      SavedSeries rest =
          new SavedSeries(series.id(), series.aliases(), series.revisions().subList(1, 2));
      return new SavedState.Saved<>(
          new SeriesSection(), new SeriesSection.All(all.lastNumber(), List.of(rest)));
    }
    return part;
  }

  @ParameterizedTest
  @CsvSource({"wishes, 1", "news, 3"})
  void aPartThatOnlyANewerProgramKnowsIsRefused(String section, int form) throws IOException {
    byte[] newer =
        snapshot(
            body -> {
              body.number(0);
              body.number(1);
              body.text(section);
              body.number(form);
            });
    assertThatThrownBy(() -> this.form.decode(newer))
        .isInstanceOf(Snapshot.UnknownSchemaException.class)
        .hasMessage(
            "it holds \"%s\" in a form that this program does not know:".formatted(section)
                + " run the program that wrote it");
  }

  @Test
  void whatAnOlderProgramDidNotKnowIsTakenUpAsNothing() throws IOException {
    byte[] older =
        snapshot(
            body -> {
              body.number(12);
              body.number(0);
            });
    BotState restored = Story.newState();
    restored.restore(form.decode(older));
    assertThat(restored.inputs()).isEqualTo(12);
    assertThat(restored.follows().all()).isEmpty();
  }

  /** Written by the first program that packed its snapshots, after the story of these tests. */
  @Test
  void aSnapshotOfSchema3IsTakenUp() throws IOException {
    BotState restored = Story.newState();
    try (InputStream file = SnapshotTest.class.getResourceAsStream("snapshot-schema-3.packed")) {
      restored.restore(form.decode(file.readAllBytes()));
    }
    assertThat(restored.inputs()).isEqualTo(19);
    assertThat(restored.list(Story.LIST).cursor()).isEqualTo(new Cursor("at-108"));
    assertThat(restored.follows().all()).map(Follow::by).containsExactly("you");
    assertThat(restored.outbox().owed())
        .map(owed -> owed.post().text().markdown().lines().findFirst().orElseThrow())
        .hasSize(8)
        .anyMatch(line -> line.startsWith("**v3 of "));
    assertThat(restored.tracker().lastNumber()).isEqualTo(33);
  }

  /** Written by the last program that gzipped its snapshots, after the same story. */
  @Test
  void aSnapshotOfSchema4IsTakenUp() throws IOException {
    BotState told = Story.newState();
    Story.inputs().forEach(told::apply);
    BotState restored = Story.newState();
    try (InputStream file = SnapshotTest.class.getResourceAsStream("snapshot-schema-4.packed")) {
      restored.restore(form.decode(file.readAllBytes()));
    }
    assertThat(restored.save()).isEqualTo(told.save());
  }

  /** Written by the last program that wrote all parts of each mail anew, after the same story. */
  @Test
  void seriesOfTheThirdFormAreTakenUp() throws IOException {
    BotState restored = Story.newState();
    try (InputStream file = SnapshotTest.class.getResourceAsStream("snapshot-series-3.packed")) {
      restored.restore(form.decode(file.readAllBytes()));
    }
    BotState now = Story.newState();
    now.restore(form.decode(form.encode(restored.save())));
    assertThat(Story.text(now)).isEqualTo(Story.text(restored));
    assertThat(now.tracker().size()).isEqualTo(76);
    assertThat(now.tracker().find(1).orElseThrow().revisions()).hasSize(3);
    assertThat(now.tracker().find(1).orElseThrow().latest().reception().reviews()).hasSize(3);
    assertThat(now.tracker().find(2).orElseThrow().revisions().get(0).head().arrival().ref())
        .isEqualTo("007-buoy-v1-1.eml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "reroll-snapshot 5 00000000",
        "reroll-snapshot 4 00000000",
        "reroll-snapshot 5 00000000\n",
        "reroll-snapshot 4 00000000\n"
      })
  void aFileThatEndsWithItsFirstLineIsDamaged(String file) {
    assertThatThrownBy(() -> form.decode(file.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(Snapshot.UnknownSchemaException.class);
  }

  @Test
  void whatFollowsTheEndIsNoPartOfAState() throws IOException {
    byte[] body = body(form.encode(story(0)));
    byte[] more = snapshot(Snapshot.SCHEMA, Arrays.copyOf(body, body.length + 1));
    assertThatThrownBy(() -> form.decode(more)).hasMessage("something follows its end");
  }

  private static byte[] body(byte[] file) {
    int start = 0;
    while (file[start] != '\n') {
      start++;
    }
    return Arrays.copyOfRange(file, start + 1, file.length);
  }

  private static byte[] snapshot(Consumer<PackedOutput> body) {
    return snapshot(Snapshot.SCHEMA, PackedTest.packed(body));
  }

  /** The sum is right: whoever made the body made that too. */
  private static byte[] snapshot(int schema, byte[] body) {
    CRC32C sum = new CRC32C();
    sum.update(body);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        String.format(Locale.ROOT, "reroll-snapshot %d %08x\n", schema, sum.getValue())
            .getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(body);
    return file.toByteArray();
  }

  private static byte[] gzipped(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }
}
