package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import reroll.bot.delivery.Outbox.Owed;
import reroll.bot.delivery.Urgency;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.connectors.archive.Cursor;

/** A year of daily digests: both changes of the clock, a leap day, a month of downtime. */
class LeapYearTest {
  private static final Instant BEGIN = Instant.parse("2028-01-01T12:00:00Z");
  private static final Instant DOWN = Instant.parse("2028-06-01T12:00:00Z");
  private static final Instant UP = Instant.parse("2028-07-01T12:00:00Z");
  private static final Instant END = Instant.parse("2029-01-01T12:00:00Z");
  private static final Duration BETWEEN = Duration.ofHours(13);
  private static final Pattern WINDOW =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d) to (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)");
  private static final Pattern PLANK = Pattern.compile("plank (\\d+) of");

  private final BotState state = Story.newState();
  private final List<String> digests = new ArrayList<>();
  private int mails;

  private void comes(Instant arrived, Instant read) {
    String raw =
        "From: Ann <ann@x.example>\nMessage-ID: <%1$d@x>\nSubject: [PATCH] plank %1$d of the pier\n\n"
                .formatted(mails + 1)
            + "So.\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n a\n+b%d\n"
                .formatted(mails + 1);
    Cursor after = mails == 0 ? Cursor.START : new Cursor("at-" + mails);
    IntakeEntry entry =
        new IntakeEntry.Read(
            "ref-" + ++mails,
            arrived,
            MailReader.read(MailParser.parse(raw.getBytes(StandardCharsets.UTF_8))));
    Cursor next = new Cursor("at-" + mails);
    state.apply(
        new Input.MailCame(read, new IntakeBatch(Story.LIST, after, List.of(entry), next, false)));
  }

  private void timeIs(Instant now) {
    if (state.nextDigest().filter(due -> !due.isAfter(now)).isPresent()) {
      state.apply(new Input.DigestsDue(now, List.of()));
    }
    for (Owed owed : state.outbox().owed()) {
      if (owed.urgency() == Urgency.DIGEST) {
        digests.add(owed.post().text().markdown().replaceAll("\\\\(\\p{Punct})", "$1"));
      }
      state.outbox().sent(owed.post().id());
    }
  }

  @Test
  void windowsJoinAndEveryMailIsToldOnce() {
    comes(BEGIN.minus(Duration.ofDays(9)), BEGIN);
    state.apply(
        new Input.Said(
            BEGIN,
            "room",
            "ann",
            "e1",
            Optional.empty(),
            "!schedule daily 02:30 Europe/Berlin harbor",
            false,
            List.of()));
    for (Instant now = BEGIN; now.isBefore(END); now = now.plus(BETWEEN)) {
      boolean isDown = !now.isBefore(DOWN) && now.isBefore(UP);
      Instant looked = isDown ? UP : now.plusSeconds(60);
      comes(now, looked);
      if (!isDown) {
        timeIs(looked);
      }
    }
    timeIs(END);
    checkWindows();
    checkMails();
  }

  /** 366 days, of which the downtime's are in one digest. */
  private void checkWindows() {
    assertThat(digests).hasSize(366 - 30 + 1);
    String reached = "2028-01-01 02:30";
    for (String digest : digests) {
      MatchResult window = WINDOW.matcher(digest).results().findFirst().orElseThrow();
      assertThat(window.group(1)).isEqualTo(reached);
      reached = window.group(2);
    }
    assertThat(reached).isEqualTo("2029-01-01 02:30");
    assertThat(digests).anyMatch(text -> text.contains("2028-06-01 02:30 to 2028-07-01 02:30"));
    assertThat(digests).anyMatch(text -> text.contains("2028-02-29 02:30 to 2028-03-01 02:30"));
    assertThat(digests).anyMatch(text -> text.contains("to 2028-03-26 03:30"));
  }

  /** A screen names eight series, and counts all. */
  private void checkMails() {
    int counted = 0;
    List<String> named = new ArrayList<>();
    for (String digest : digests) {
      MatchResult count =
          Pattern.compile(": (\\d+) patch").matcher(digest).results().findFirst().orElseThrow();
      counted += Integer.parseInt(count.group(1));
      PLANK.matcher(digest).results().forEach(plank -> named.add(plank.group(1)));
    }
    assertThat(named).doesNotHaveDuplicates();
    assertThat(counted).isEqualTo(mails - 1 - arrivedAfterTheLast());
  }

  private static int arrivedAfterTheLast() {
    Instant last = Instant.parse("2029-01-01T01:30:00Z");
    int after = 0;
    for (Instant now = BEGIN; now.isBefore(END); now = now.plus(BETWEEN)) {
      after += now.isBefore(last) ? 0 : 1;
    }
    return after;
  }
}
