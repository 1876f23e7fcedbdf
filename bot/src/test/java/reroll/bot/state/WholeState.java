package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.command.Answer;
import reroll.bot.delivery.DeadLetters;
import reroll.bot.delivery.Fingerprint;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.delivery.Urgency;
import reroll.bot.digest.DigestForm;
import reroll.bot.digest.DigestOrder;
import reroll.bot.digest.Scope;
import reroll.bot.digest.Window;
import reroll.bot.follow.Follow;
import reroll.bot.follow.Mute;
import reroll.bot.follow.Notifier;
import reroll.bot.follow.Subscription;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.mail.Addressees;
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
import reroll.bot.schedule.Progress;
import reroll.bot.schedule.Schedule;
import reroll.bot.schedule.Schedules;
import reroll.bot.schedule.Timetable;
import reroll.bot.series.Arrival;
import reroll.bot.series.LinkEvidence;
import reroll.bot.series.Reception;
import reroll.bot.series.Ruling;
import reroll.bot.series.SavedSeries;
import reroll.connectors.archive.Cursor;
import reroll.connectors.chat.Attachment;
import reroll.templates.text.RichText;

/** A saved state in which each part holds each kind of thing that it can hold. */
final class WholeState {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.5Z");
  private static final Person ANN = new Person("Ann Okafor", "ann@example.org");

  private WholeState() {}

  private static List<Place> places() {
    return List.of(
        new Place.InThread("e1"),
        new Place.InChannel(),
        new Place.Below(PostId.of("room", "answer", "e1")),
        new Place.InsteadOf(PostId.of("room", "answer", "e1")));
  }

  private static Post postTo(Place place) {
    return new Post(
        PostId.of("room", "answer", "e1"),
        "room",
        place,
        RichText.ofMarkdown("**v3 of** \u4e2d \ud83d\udc27"),
        Optional.of(new Attachment("v3.diff", "+ a\n")),
        NOON);
  }

  static SavedState saved() {
    assertThat(places()).as("each place").hasSameSizeAs(Place.class.getPermittedSubclasses());
    Post post = postTo(places().get(0));
    return new SavedState(
        7,
        List.of(
            part(
                new ListsSection(),
                List.of(
                    new ListState(
                        "kvm", new Cursor("git 0"), 9, 1, true, NOON, Instant.EPOCH, NOON))),
            part(new FollowsSection(), List.of(new Follow("room", 1, "ann", NOON, 3))),
            part(
                new OutboxSection(),
                new Outbox.Saved(
                    places().stream()
                        .map(p -> new Outbox.Owed(postTo(p), true, Urgency.DIGEST))
                        .toList(),
                    List.of(post.id()),
                    List.of(new DeadLetters.Letter(post, Urgency.DIGEST, "the room is gone", NOON)),
                    2)),
            part(
                new NewsSection(),
                new Notifier.Saved(
                    Map.of(4L, NOON),
                    List.of(4L, 5L),
                    List.of(new Notifier.Told(3, List.of("hall", "room"))))),
            part(new SeenRepliesSection(), List.of(-9_096_274_291_205_162_952L, 5L)),
            part(new LookUpsSection(), new LookUps.Saved(List.of(8L), List.of(9L))),
            part(new ComparisonsSection(), List.of(asked(post))),
            part(
                new SeriesSection(),
                new SeriesSection.All(
                    4, List.of(new SavedSeries(1, List.of(2L), List.of(first(), second()))))),
            part(new SubscriptionsSection(), List.of(subscription())),
            part(new MutesSection(), List.of(new Mute("room", 1, "ann", NOON))),
            part(new CardsSection(), cards(post.id())),
            part(new DigestFilesSection(), List.of(file(post))),
            part(
                new SchedulesSection(),
                new Schedules.Saved(
                    List.of(
                        new Schedule(
                            "3",
                            "room",
                            "virt",
                            DigestForm.CLASSIC,
                            "path:virt/**",
                            new Timetable("daily 09:00", "0 0 9 * * ?", ZoneOffset.UTC),
                            "ann")),
                    List.of(
                        new Progress("3", NOON, List.of(new Arrival("kvm", "a/1", NOON))),
                        new Progress("morning", NOON, List.of())),
                    3)),
            part(new RulingsSection(), rulings()),
            part(new ReloadsSection(), List.of(new Reload(post.id(), "room", "e1", NOON))),
            part(new ReleasesSection(), Map.of("v6.19-rc1", NOON)),
            part(
                new GatheringSection(),
                List.of(
                    new Gathering.Queue(
                        "room",
                        List.of(NOON),
                        List.of(new Gathering.Held(4, "followed here by ann")),
                        NOON,
                        NOON.plusSeconds(5))))));
  }

  private static Subscription subscription() {
    Topic topic = new Topic("room", Optional.of("kvm"), "author:ann");
    return new Subscription(topic, "ann", NOON, 3, true);
  }

  private static Cards.Saved cards(PostId post) {
    List<Card.Told> told = List.of(new Card.Told(1, 4), new Card.Told(4, 0));
    Optional<String> name = Optional.of("$1:example.org");
    Fingerprint shows = Fingerprint.of("v3");
    return new Cards.Saved(
        List.of(new Card(post, "room", told, "followed here by ann", name, shows, 3)),
        List.of(new Cards.Doubt(post, NOON)));
  }

  private static DigestFile file(Post digest) {
    Window day = Window.between(NOON.minusSeconds(86_400), NOON, ZoneId.of("Europe/Berlin"));
    return new DigestFile(
        digest.id(),
        "room",
        Optional.of("e2"),
        NOON,
        new DigestOrder(
            new Scope("virt", List.of("kvm", "qemu")),
            day.with(List.of(new Arrival("kvm", "0/1a", NOON))),
            DigestForm.FULL,
            "author:ann"),
        "Some mail could not be read.");
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

  private static <T> SavedState.Saved<T> part(Section<T> section, T value) {
    return new SavedState.Saved<>(section, value);
  }

  private static Comparison asked(Post answer) {
    return new Comparison(
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
            Optional.of(NOON)),
        Optional.of(Sketch.of(1, 2, 3)));
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
            Optional.empty()),
        Optional.empty());
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
            List.of("Reviewed-by: Bo"),
            Addressees.of(-5, 0, Integer.MAX_VALUE));
    return SavedSeries.SavedMail.of(patch, new Arrival("kvm", "abc", NOON), List.of("kvm", "mm"));
  }
}
