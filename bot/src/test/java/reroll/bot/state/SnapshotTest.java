package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.command.Answer;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.follow.Follow;
import reroll.bot.follow.Mute;
import reroll.bot.follow.Notifier;
import reroll.bot.follow.Subscription;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.mail.Applied;
import reroll.bot.mail.Counter;
import reroll.bot.mail.EarlierVersion;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.PatchMail.LineCount;
import reroll.bot.mail.PatchSubject;
import reroll.bot.mail.Person;
import reroll.bot.mail.Review;
import reroll.bot.mail.RobotReport;
import reroll.bot.mail.Sketch;
import reroll.bot.mail.Version;
import reroll.bot.series.Arrival;
import reroll.bot.series.LinkEvidence;
import reroll.bot.series.Reception;
import reroll.bot.series.Ruling;
import reroll.bot.series.SavedSeries;
import reroll.connectors.archive.Cursor;
import reroll.connectors.chat.Attachment;
import reroll.templates.text.RichText;

class SnapshotTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.5Z");
  private static final Person ANN = new Person("Ann Okafor", "ann@example.org");

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
    SavedState saved = everything();
    assertThat(saved.parts())
        .map(part -> part.section().name())
        .containsExactlyElementsOf(PackedState.SECTIONS.stream().map(Section::name).toList());
    assertThat(form.decode(form.encode(saved))).isEqualTo(saved);
  }

  private static SavedState everything() {
    Post post =
        new Post(
            PostId.of("room", "answer", "e1"),
            "room",
            Optional.of("e1"),
            RichText.ofMarkdown("**v3 of** \u4e2d \ud83d\udc27"),
            Optional.of(new Attachment("v3.diff", "+ a\n")),
            NOON);
    return new SavedState(
        7,
        List.of(
            saved(
                new ListsSection(),
                List.of(
                    new ListState(
                        "kvm", new Cursor("git 0"), 9, 1, true, NOON, Instant.EPOCH, NOON))),
            saved(new FollowsSection(), List.of(new Follow("room", 1, "ann", NOON, 3))),
            saved(
                new OutboxSection(),
                new Outbox.Saved(
                    List.of(new Outbox.Owed(post, true)),
                    List.of(post.id()),
                    List.of(new Outbox.Refused(post, "the room is gone")),
                    2)),
            saved(
                new NewsSection(),
                new Notifier.Saved(
                    Map.of(4L, NOON),
                    List.of(4L, 5L),
                    List.of(new Notifier.Told(3, List.of("hall", "room"))))),
            saved(new SeenRepliesSection(), List.of(-9_096_274_291_205_162_952L, 5L)),
            saved(new LookUpsSection(), new LookUps.Saved(List.of(8L), List.of(9L))),
            saved(new ComparisonsSection(), List.of(asked(post))),
            saved(
                new SeriesSection(),
                new SeriesSection.All(
                    4, List.of(new SavedSeries(1, List.of(2L), List.of(first(), second()))))),
            saved(new SubscriptionsSection(), List.of(subscription())),
            saved(new MutesSection(), List.of(new Mute("room", 1, "ann", NOON))),
            saved(new RulingsSection(), rulings())));
  }

  private static Subscription subscription() {
    Topic topic = new Topic("room", Optional.of("kvm"), "author:ann");
    return new Subscription(topic, "ann", NOON, 3, true);
  }

  private static List<Ruling> rulings() {
    MessageId first = new MessageId("1@example.org");
    MessageId second = new MessageId("4@example.org");
    List<Ruling> all =
        List.of(
            new Ruling.Follows(second, first, "ann", NOON),
            new Ruling.Apart(second, first, "bea", NOON),
            new Ruling.Counted(first, new Version(2, 1), "ann", NOON));
    assertThat(all).as("each kind").hasSameSizeAs(Ruling.class.getPermittedSubclasses());
    return all;
  }

  private static <T> SavedState.Saved<T> saved(Section<T> section, T value) {
    return new SavedState.Saved<>(section, value);
  }

  private static Comparisons.Asked asked(Post answer) {
    return new Comparisons.Asked(
        answer.id(),
        "room",
        "e1",
        NOON,
        new Answer.Comparing(
            1, 4, Optional.of("2"), new Answer.Title("#1", "mm: fix it", "v1 \u2192 v2")));
  }

  private static SavedSeries.SavedRevision first() {
    return new SavedSeries.SavedRevision(
        1,
        Version.FIRST,
        1,
        Optional.empty(),
        List.of(mail("1@example.org")),
        List.of(),
        Optional.empty(),
        new Reception(
            2,
            Optional.of(NOON),
            Optional.of(NOON),
            Optional.of(NOON),
            List.of(
                new Reception.ReviewNote(
                    new Review("Reviewed-by", ANN, true, List.of(1, 4)),
                    ANN,
                    new MessageId("9@example.org"),
                    NOON)),
            Arrays.stream(RobotReport.Verdict.values())
                .map(verdict -> new Reception.RobotNote(new RobotReport("lkp", verdict), NOON))
                .toList(),
            Arrays.stream(Applied.How.values())
                .map(
                    how ->
                        new Reception.AppliedNote(
                            new Applied(how, true, "next", List.of(1, 3)), ANN, NOON))
                .toList(),
            Optional.of(NOON)));
  }

  private static SavedSeries.SavedRevision second() {
    List<LinkEvidence> all =
        List.of(
            new LinkEvidence.ByPerson("ann", NOON),
            new LinkEvidence.ChangeId("20260301-pond"),
            new LinkEvidence.StatedLink(new MessageId("1@example.org")),
            new LinkEvidence.Answers(new MessageId("1@example.org")),
            new LinkEvidence.SameTitle("mm: fix it"),
            new LinkEvidence.SharedPatches(1, 2),
            new LinkEvidence.LikeContent(90),
            new LinkEvidence.SharedFiles(3, 4),
            new LinkEvidence.SameAuthor("ann@example.org"));
    assertThat(all)
        .as("each kind of evidence")
        .hasSameSizeAs(LinkEvidence.class.getPermittedSubclasses());
    return new SavedSeries.SavedRevision(
        4,
        new Version(2, 1),
        3,
        Optional.of(mail("4@example.org")),
        List.of(mail("5@example.org")),
        List.of(mail("6@example.org")),
        Optional.of(new SavedSeries.SavedLink(1, all)),
        new Reception(
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  private static SavedSeries.SavedMail mail(String id) {
    PatchSubject subject =
        new PatchSubject(
            true,
            false,
            new Version(2, 1),
            true,
            Optional.of(new Counter(2, 5, 3)),
            true,
            false,
            List.of("net"),
            List.of("6.1"),
            true,
            "mm: fix it");
    PatchMail patch =
        new PatchMail(
            new MessageId(id),
            List.of(new MessageId("0@example.org"), new MessageId("1@example.org")),
            subject,
            ANN,
            new Person("", "list@example.org"),
            true,
            List.of("mm/pond.c", "mm/lake.c"),
            new LineCount(2, 30, 4),
            Sketch.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE),
            Optional.of("20260301-pond"),
            List.of(new EarlierVersion(Optional.of(Version.FIRST), new MessageId("1@example.org"))),
            true,
            Optional.of("- nothing\n- half a pair \ud83d"),
            List.of("Reviewed-by: Bo"));
    return new SavedSeries.SavedMail(patch, new Arrival("kvm", "abc", NOON), List.of("kvm", "mm"));
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
      refused += isRefused(snapshot(Arrays.copyOf(hostile, length))) ? 1 : 0;
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

  @Test
  void aBombIsRefusedBeforeItIsBig() throws IOException {
    byte[] bomb =
        snapshot(
            zipped -> {
              zipped.number(0);
              zipped.number(1);
              zipped.text("news");
              zipped.number(1);
              zipped.number(0);
              zipped.number(Integer.MAX_VALUE);
              for (int i = 0; i < 16 << 20; i++) {
                zipped.number(0);
              }
            });
    assertThat(bomb.length).isLessThan(100_000);
    assertThatThrownBy(() -> form.decode(bomb))
        .isInstanceOf(IOException.class)
        .hasMessage("it swells beyond all measure");
  }

  @ParameterizedTest
  @CsvSource({"wishes, 1", "news, 3"})
  void aPartThatOnlyANewerProgramKnowsIsRefused(String section, int form) throws IOException {
    byte[] newer =
        snapshot(
            zipped -> {
              zipped.number(0);
              zipped.number(1);
              zipped.text(section);
              zipped.number(form);
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
            zipped -> {
              zipped.number(12);
              zipped.number(0);
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

  @Test
  void whatFollowsTheEndIsNoPartOfAState() throws IOException {
    byte[] body = body(form.encode(story(0)));
    byte[] more = snapshot(Arrays.copyOf(body, body.length + 1));
    assertThatThrownBy(() -> form.decode(more)).hasMessage("something follows its end");
  }

  private static byte[] body(byte[] file) throws IOException {
    int start = 0;
    while (file[start] != '\n') {
      start++;
    }
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(file, start + 1, file.length - start - 1))) {
      return in.readAllBytes();
    }
  }

  private static byte[] snapshot(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return withHeader(zipped.toByteArray());
  }

  private static byte[] snapshot(Consumer<PackedOutput> body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      PackedOutput packed = new PackedOutput(out);
      body.accept(packed);
      packed.flush();
    }
    return withHeader(zipped.toByteArray());
  }

  /** The sum is right: whoever made the body made that too. */
  private static byte[] withHeader(byte[] zipped) {
    CRC32C sum = new CRC32C();
    sum.update(zipped);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        String.format(Locale.ROOT, "reroll-snapshot %d %08x\n", Snapshot.SCHEMA, sum.getValue())
            .getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(zipped);
    return file.toByteArray();
  }
}
