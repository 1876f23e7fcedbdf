package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import reroll.BoundedWork;
import reroll.bot.mail.Addressees;
import reroll.bot.mail.EarlierVersion;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.PatchSubject;
import reroll.bot.mail.Person;
import reroll.bot.mail.Sketch;
import reroll.bot.mail.Version;

/**
 * However many mails have something in common, one more costs about the same: each of these floods
 * costs far more where a list is looked through whole.
 */
@BoundedWork(seconds = 120)
class BoundsTest {
  private static final int FLOOD = 4_000;
  private static final Person ROBOT = new Person("Patch Robot", "robot@example.org");
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final SeriesTracker tracker = new SeriesTracker(2 * FLOOD);

  private void flood(IntFunction<PatchMail> mails) {
    for (int i = 0; i < FLOOD; i++) {
      learn(mails.apply(i), START.plusSeconds(i));
    }
    assertThat(tracker.size()).isEqualTo(FLOOD);
    assertThat(tracker.series())
        .allSatisfy(
            series ->
                assertThat(series.revisions()).hasSizeLessThanOrEqualTo(Series.MAX_REVISIONS));
  }

  private void learn(PatchMail mail, Instant at) {
    tracker.accept(mail, new Arrival("lists", "ref", at));
  }

  private static PatchMail mail(int number, String subject, String... parents) {
    return mail(number, subject, Optional.empty(), List.of(), parents);
  }

  private static PatchMail mail(
      int number,
      String subject,
      Optional<String> changeId,
      List<EarlierVersion> earlier,
      String... parents) {
    return new PatchMail(
        new MessageId("m" + number + "@x"),
        List.of(parents).stream().map(MessageId::new).toList(),
        PatchSubject.parse(subject).orElseThrow(),
        ROBOT,
        ROBOT,
        true,
        List.of("file" + number % 100 + ".c"),
        new PatchMail.LineCount(1, 3, 3),
        Sketch.of(number, 2 * number, 3 * number),
        changeId,
        earlier,
        false,
        Optional.empty(),
        List.of(),
        Addressees.NONE);
  }

  @Test
  void aRobotMaySendManyPatches() {
    flood(i -> mail(i, "[PATCH] device " + i + ": update the table of quirks"));
  }

  @Test
  void aRobotMaySendManySecondVersions() {
    flood(i -> mail(i, "[PATCH v2] device " + i + ": update the table of quirks"));
  }

  @Test
  void aTitleMayBeUsedByAll() {
    flood(i -> mail(i, "[PATCH v" + (1 + i % 9) + "] update the table of quirks"));
  }

  @Test
  void aMailMayHaveManyPatchesAsAnswers() {
    flood(i -> mail(i, "[PATCH " + (1 + i % 7) + "/" + (7 + i % 50) + "] part " + i, "root@x"));
    learn(mail(FLOOD, "[PATCH 0/9] the root"), START.plusSeconds(FLOOD));
    learn(mail(FLOOD + 1, "[PATCH v2 0/9] the root", "root@x"), START.plusSeconds(FLOOD));
  }

  @Test
  void aParentThatComesLastMayHaveManyPatchesAsAnswers() {
    flood(
        i -> mail(i + 1, "[PATCH v2 " + (1 + i % 7) + "/" + (7 + i % 50) + "] part " + i, "m0@x"));
    learn(mail(0, "[PATCH 0/9] the root"), START.plusSeconds(FLOOD));
    assertThat(tracker.size()).isEqualTo(FLOOD + 1);
  }

  @Test
  void aChangeIdMayBeUsedByAll() {
    Optional<String> same = Optional.of("20260101-lamp-123456789abc");
    flood(i -> mail(i, "[PATCH v" + (1 + i % 900) + "] thing " + i, same, List.of()));
  }

  @Test
  void allMayLinkToAMailThatComesLast() {
    List<EarlierVersion> link =
        List.of(new EarlierVersion(Optional.of(Version.FIRST), new MessageId("m0@x")));
    flood(i -> mail(i + 1, "[PATCH v2] thing " + i, Optional.empty(), link));
    learn(mail(0, "[PATCH] thing"), START.plusSeconds(FLOOD));
    assertThat(tracker.size()).isEqualTo(FLOOD + 1);
  }

  @Test
  void aPostingIsCutAtItsBound() {
    flood(i -> mail(i, "[PATCH " + i + "/99999] part " + i, i == 0 ? new String[0] : root()));
    assertThat(tracker.mail(new MessageId("m0@x")).orElseThrow().revision().mails())
        .hasSizeLessThanOrEqualTo(RevisionAssembler.MAX_MAILS + 1);
  }

  private static String[] root() {
    return new String[] {"m0@x"};
  }

  @Test
  void aCounterMayBeUsedAgainAndAgain() {
    flood(i -> mail(i, "[PATCH " + (i == 0 ? 0 : 1) + "/2] same", i == 0 ? new String[0] : root()));
    assertThat(tracker.mail(new MessageId("m0@x")).orElseThrow().revision().others())
        .hasSizeLessThanOrEqualTo(RevisionAssembler.MAX_MAILS);
  }

  @Test
  void mailsMayBeLearnedFromTheLastToTheFirst() {
    for (int i = FLOOD / 10; i > 0; i--) {
      PatchMail mail = mail(i, "[PATCH v2] device " + i + ": update the table of quirks");
      learn(mail, START.plus(Duration.ofMinutes(i)));
    }
    assertThat(tracker.size()).isEqualTo(FLOOD / 10);
  }

  @Test
  void whatIsForgottenIsForgottenEverywhere() {
    SeriesTracker small = new SeriesTracker(1000);
    Optional<String> changeId = Optional.of("20260101-lamp-123456789abc");
    List<EarlierVersion> link = List.of(new EarlierVersion(Optional.empty(), new MessageId("y@x")));
    for (int i = 0; i < 5000; i++) {
      PatchMail mail = mail(i, "[PATCH v2] thing", changeId, link, "gone@x");
      small.accept(mail, new Arrival("lists", "ref", START.plusSeconds(i)));
      assertThat(small.size()).isLessThanOrEqualTo(1000);
    }
    assertThat(small.find(1)).isEmpty();
    assertThat(small.index().entries()).isLessThanOrEqualTo(7 * 1000);
  }
}
