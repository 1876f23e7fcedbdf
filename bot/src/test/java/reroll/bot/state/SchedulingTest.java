package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reroll.bot.command.DigestAnswers;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.Urgency;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.connectors.archive.Cursor;
import reroll.golden.Golden;
import reroll.templates.Templates;

/** Digests that come by themselves, from the mails to the posts. */
class SchedulingTest {
  private final BotState state = Story.newState();
  private int mails;
  private int said;

  @BeforeEach
  void theListIsReadAndADigestIsAskedFor() {
    mailCame("2026-03-09T00:00:00Z", "[PATCH] pier: paint", "2026-03-09T00:01:00Z");
    say("2026-03-10T12:00:00Z", "!schedule daily 09:00 harbor");
  }

  private void mailCame(String arrived, String subject, String read) {
    String mail =
        "From: Ann Alder <ann@alder.example>\nMessage-ID: <"
            + ++mails
            + "@x>\nSubject: "
            + subject
            + "\n\nSo.\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n a\n+b"
            + mails
            + "\n";
    takes(mail, arrived, read);
  }

  private void takes(String mail, String arrived, String read) {
    IntakeEntry entry =
        new IntakeEntry.Read(
            "ref-" + mails,
            Instant.parse(arrived),
            MailReader.read(MailParser.parse(mail.getBytes(StandardCharsets.UTF_8))));
    state.apply(
        new Input.MailCame(
            Instant.parse(read),
            new IntakeBatch(Story.LIST, cursor(mails - 1), List.of(entry), cursor(mails), false)));
  }

  /** Each in a posting of its own. */
  private void manyMailsCame(int count, String arrived) {
    for (int i = 0; i < count; i++) {
      mailCame(arrived, "[PATCH] pier: plank " + i, arrived);
    }
  }

  private static Cursor cursor(int mails) {
    return mails == 0 ? Cursor.START : new Cursor("at-" + mails);
  }

  private void say(String at, String text) {
    state.apply(
        new Input.Said(
            Instant.parse(at),
            "room",
            "Ann",
            "event-" + ++said,
            Optional.empty(),
            text,
            false,
            List.of()));
  }

  private void timeComes(String at) {
    state.apply(new Input.DigestsDue(Instant.parse(at), List.of()));
  }

  /** What is owed of digests. */
  private List<String> digests() {
    List<String> texts = new ArrayList<>();
    for (Outbox.Owed owed : state.outbox().owed()) {
      if (owed.urgency() == Urgency.DIGEST) {
        texts.add(owed.post().text().markdown().replaceAll("\\\\(\\p{Punct})", "$1").strip());
      }
    }
    return texts;
  }

  @Test
  void aDigestComesOnceForItsPeriod() {
    mailCame("2026-03-10T15:00:00Z", "[PATCH] harbor: dredge", "2026-03-10T15:01:00Z");
    timeComes("2026-03-11T08:59:59Z");
    assertThat(digests()).isEmpty();
    timeComes("2026-03-11T09:00:01Z");
    timeComes("2026-03-11T09:00:02Z");
    assertThat(digests()).singleElement().asString().contains("harbor: dredge");
    assertThat(digests().get(0)).startsWith("**harbor**, 2026-03-10 09:00 to 2026-03-11 09:00 UTC");
  }

  @Test
  void aQuietPeriodIsSilentAndTheNextWindowJoins() {
    timeComes("2026-03-11T09:00:01Z");
    mailCame("2026-03-11T15:00:00Z", "[PATCH] harbor: dredge", "2026-03-11T15:01:00Z");
    timeComes("2026-03-12T09:00:01Z");
    assertThat(digests()).singleElement().asString().startsWith("**harbor**, 2026-03-11 09:00 to");
  }

  @Test
  void aBlindListBreaksTheSilence() {
    SourceHealth blind =
        new SourceHealth(
            Story.LIST,
            Optional.empty(),
            Optional.of("the host is down"),
            Optional.of(Instant.parse("2026-03-11T01:00:00Z")));
    state.apply(new Input.DigestsDue(Instant.parse("2026-03-11T09:30:00Z"), List.of(blind)));
    assertThat(digests())
        .singleElement()
        .asString()
        .contains("no patches", "**Incomplete:** The archive cannot be read at the moment: the");
  }

  @Test
  void aMailThatIsReadAfterItsWindowIsInTheNext() {
    timeComes("2026-03-11T09:00:01Z");
    mailCame("2026-03-11T08:59:50Z", "[PATCH] harbor: dredge", "2026-03-11T09:00:30Z");
    timeComes("2026-03-12T09:00:01Z");
    mailCame("2026-03-12T10:00:00Z", "[PATCH] quay: mend", "2026-03-12T10:00:30Z");
    timeComes("2026-03-13T09:00:01Z");
    assertThat(digests()).hasSize(2);
    assertThat(digests().get(0)).contains("New series", "harbor: dredge");
    assertThat(digests().get(1)).contains("quay: mend").doesNotContain("dredge");
  }

  @Test
  void everyMailIsInOneDigestWheneverItIsRead() {
    Instant at = Instant.parse("2026-03-10T12:00:00Z");
    for (int hour = 1; hour <= 24 * 40; hour++) {
      Instant now = at.plus(Duration.ofHours(hour));
      if (hour % 5 == 0) {
        // Some are read minutes after their arrival, and some after the next digest.
        Instant arrived = now.minus(Duration.ofMinutes(hour % 7 == 0 ? 61 : 1));
        mailCame(arrived.toString(), "[PATCH] plank " + hour, now.toString());
      }
      timeComes(now.toString());
    }
    String all = String.join("\n", digests());
    assertThat(digests()).hasSize(40);
    for (int hour = 5; hour <= 24 * 39; hour += 5) {
      assertThat(all).containsOnlyOnce("[plank " + hour + "]");
    }
  }

  @Test
  void aListThatIsReadNoMoreIsNamedWithWhatToDo() {
    BotState other =
        new BotState(
            new StateSettings(
                List.of(), Story.settings().zone(), 10_000, StateSettings.DEFAULT_QUIET),
            new Templates());
    other.restore(state.save());
    other.apply(new Input.DigestsDue(Instant.parse("2026-03-11T09:00:01Z"), List.of()));
    List<Outbox.Owed> owed = other.outbox().owed();
    assertThat(owed.get(owed.size() - 1).post().text().markdown())
        .contains("Schedule 1 is about harbor\\, which I do not read any more");
  }

  @Test
  void aScheduleWithAFilterTellsOfNothingElseAndIsQuietWithoutIt() {
    say("2026-03-10T12:00:00Z", "!unschedule all");
    say("2026-03-10T12:00:00Z", "!schedule daily 09:00 harbor title:dredge");
    mailCame("2026-03-10T15:00:00Z", "[PATCH] pier: paint", "2026-03-10T15:01:00Z");
    timeComes("2026-03-11T09:00:01Z");
    assertThat(digests()).isEmpty();
    mailCame("2026-03-11T15:00:00Z", "[PATCH] harbor: dredge", "2026-03-11T15:01:00Z");
    mailCame("2026-03-11T15:00:00Z", "[PATCH] quay: mend", "2026-03-11T15:01:00Z");
    timeComes("2026-03-12T09:00:01Z");
    assertThat(digests())
        .singleElement()
        .asString()
        .startsWith("**harbor**, only title:dredge, 2026-03-11 09:00 to")
        .contains("1 patch in 1 series", "harbor: dredge")
        .doesNotContain("quay");
  }

  @Test
  void whatAMakerOfTheKernelAnnouncesIsATagAndNothingThatOthersSay() {
    String linus = "Linus Torvalds <torvalds@linux-foundation.org>";
    announced(linus, "Linux 6.19-rc1", "2026-03-10T10:00:00Z");
    announced(linus, "Linux 6.19-rc1", "2026-03-10T10:30:00Z");
    announced(linus, "Re: Linux 6.19-rc2", "2026-03-10T10:30:00Z");
    announced("Eve <eve@elm.example>", "Linux 6.19-rc3", "2026-03-10T10:30:00Z");
    mailCame("2026-03-10T10:10:00Z", "[PATCH] harbor: dredge", "2026-03-10T10:11:00Z");
    assertThat(answer("!digest harbor v6.19-rc1.."))
        .startsWith("**harbor**, 2026\\-03\\-10 10\\:00 to")
        .contains("1 patch in 1 series");
    assertThat(answer("!digest harbor v6.19-rc2..")).startsWith("I do not know when v6");
    assertThat(answer("!digest harbor v6.19-rc3..")).startsWith("I do not know when v6");
  }

  private void announced(String from, String subject, String at) {
    String mail =
        "From: " + from + "\nMessage-ID: <" + ++mails + "@x>\nSubject: " + subject + "\n\nSo.\n";
    takes(mail, at, at);
  }

  private String answer(String text) {
    say("2026-03-10T12:00:00Z", text);
    List<Outbox.Owed> owed = state.outbox().owed();
    return owed.get(owed.size() - 1).post().text().markdown();
  }

  @Test
  void aWholeDigestWaitsForItsFile() {
    say("2026-03-10T12:00:00Z", "!unschedule all");
    say("2026-03-10T12:00:00Z", "!schedule weekly wed 09:00 harbor full");
    mailCame("2026-03-10T15:00:00Z", "[PATCH] harbor: dredge", "2026-03-10T15:01:00Z");
    timeComes("2026-03-11T09:00:01Z");
    assertThat(digests()).isEmpty();
    DigestFile file = state.digesting().next().orElseThrow();
    String text = state.digesting().text(file, mail -> Optional.empty());
    state.apply(
        new Input.DigestRead(
            Instant.parse("2026-03-11T09:00:05Z"), file.post(), Optional.of(text), ""));
    assertThat(digests()).singleElement().asString().contains("harbor: dredge");
    Outbox.Owed last = state.outbox().owed().get(state.outbox().size() - 1);
    assertThat(last.post().file().orElseThrow().name())
        .isEqualTo("harbor-2026-03-04-2026-03-11.txt");
    assertThat(state.digesting().isEmpty()).isTrue();
  }

  @Test
  void theTalkReadsWell() {
    StringBuilder text = new StringBuilder();
    for (String line :
        List.of(
            "!schedules",
            "!schedule",
            "!schedule weekdays 08:30 Europe/Berlin",
            "!schedule weekly friday 17:00 all full",
            "!schedule cron 0 9,17 * * 1-5 harbor classic",
            "!schedule cron * * * * * harbor",
            "!schedule every second harbor",
            "!schedule daily 09:00 harbour",
            "!schedule daily 09:00 harbor path:docks/** -kind:rfc full",
            "!schedule daily 09:00 harbor path:",
            "!schedule daily 09:00 Europe/Berln harbor",
            "!schedules",
            "!unschedule",
            "!unschedule 9",
            "!unschedule #2",
            "!unschedule all",
            "!unschedule all",
            "!schedules")) {
      state.outbox().owed().forEach(owed -> state.outbox().sent(owed.post().id()));
      say("2026-03-10T12:00:00Z", line);
      text.append("> ").append(line).append("\n\n");
      text.append(state.outbox().owed().get(0).post().text().markdown()).append("\n\n");
    }
    Golden.besides(SchedulingTest.class).check("schedules.md", text.toString());
  }

  @Test
  void aDigestOfMoreThanAFileHoldsComesWithoutOne() {
    say("2026-03-10T12:00:00Z", "!schedule weekly wed 09:00 harbor full");
    manyMailsCame(DigestAnswers.MAX_READ + 1, "2026-03-10T15:00:00Z");
    timeComes("2026-03-11T09:00:01Z");
    assertThat(state.digesting().isEmpty()).isTrue();
    assertThat(digests()).last().asString().contains("too many mails to be read again for a file");
  }
}
