package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reroll.bot.command.ListInfo;
import reroll.bot.delivery.Outbox.Owed;
import reroll.bot.delivery.Place;
import reroll.bot.digest.Calendar;
import reroll.bot.digest.Calendars;
import reroll.bot.filter.Vocabulary;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.role.Roles;
import reroll.connectors.archive.Cursor;
import reroll.templates.Templates;

/** Two Matrix rooms, a Slack channel and a terminal, each with its own wishes and its own days. */
class ManyChannelsTest {
  private static final String BERLIN = "matrix/!virt:example.org";
  private static final String TOKYO = "matrix/!mm:example.org";
  private static final String BOSTON = "work/C012AB";
  private static final String TERMINAL = "terminal";

  private final BotState state = new BotState(settings(), new Templates());
  private final Map<String, Integer> read = new HashMap<>();
  private Instant now = Instant.parse("2026-03-10T03:30:00Z");
  private int said;

  private static StateSettings settings() {
    return new StateSettings(
        List.of(
            new ListInfo("kvm", "", Optional.empty()), new ListInfo("mm", "", Optional.empty())),
        List.of(),
        List.of(),
        new Calendars(
            Calendar.of(ZoneOffset.UTC),
            Map.of(
                BERLIN, ZoneId.of("Europe/Berlin"),
                TOKYO, ZoneId.of("Asia/Tokyo"),
                BOSTON, ZoneId.of("America/New_York"))),
        10_000,
        Duration.ofMinutes(10),
        Vocabulary.EMPTY,
        Roles.UNNAMED,
        Map.of());
  }

  @BeforeEach
  void theListsAreRead() {
    comes("kvm", "[PATCH] kvm: old", "virt/old.c");
    comes("mm", "[PATCH] mm: old", "mm/old.c");
  }

  private void comes(String list, String subject, String file) {
    now = now.plus(Duration.ofMinutes(2));
    int mails = read.merge(list, 1, Integer::sum);
    String ref = list + "-" + mails;
    String raw =
        "From: Ann <ann@x.example>\nMessage-ID: <%s@x>\nSubject: %s\n\nSo.\n---\n"
                .formatted(ref, subject)
            + "diff --git a/%1$s b/%1$s\n--- a/%1$s\n+++ b/%1$s\n@@ -1 +1,2 @@\n a\n+%2$s\n"
                .formatted(file, subject);
    IntakeEntry entry =
        new IntakeEntry.Read(
            ref, now, MailReader.read(MailParser.parse(raw.getBytes(StandardCharsets.UTF_8))));
    Cursor after = mails == 1 ? Cursor.START : new Cursor("at-" + (mails - 1));
    Cursor next = new Cursor("at-" + mails);
    state.apply(new Input.MailCame(now, new IntakeBatch(list, after, List.of(entry), next, false)));
  }

  private String say(String channel, String text) {
    now = now.plusSeconds(1);
    String event = "e" + ++said;
    state.apply(
        new Input.Said(now, channel, "ann", event, Optional.empty(), text, false, List.of()));
    List<Owed> owed = state.outbox().owed();
    return plain(owed.get(owed.size() - 1));
  }

  private static String plain(Owed owed) {
    return owed.post().text().markdown().replaceAll("\\\\(\\p{Punct})", "$1");
  }

  /** What a channel was told without being asked, each by its first line. */
  private List<String> told(String channel) {
    List<String> lines = new ArrayList<>();
    for (Owed owed : state.outbox().owed()) {
      if (owed.post().channel().equals(channel) && owed.post().place() instanceof Place.InChannel) {
        lines.add(plain(owed).strip().lines().findFirst().orElse(""));
      }
    }
    return lines;
  }

  @Test
  void eachChannelHearsOfItsOwnListsThroughItsOwnFilter() {
    say(BERLIN, "!subscribe kvm path:virt/**");
    say(TOKYO, "!subscribe mm");
    say(BOSTON, "!subscribe kvm -path:virt/**");
    say(TERMINAL, "!follow title:folio");
    comes("kvm", "[PATCH] kvm: count exits", "virt/kvm.c");
    comes("kvm", "[PATCH] kvm: x86: count exits", "arch/x86/kvm.c");
    comes("mm", "[PATCH] mm: count a folio", "mm/folio.c");
    assertThat(told(BERLIN)).singleElement().asString().contains("kvm: count exits");
    assertThat(told(BOSTON)).singleElement().asString().contains("x86");
    assertThat(told(TOKYO)).singleElement().asString().contains("folio");
    assertThat(told(TERMINAL)).singleElement().asString().contains("folio");
    assertThat(say(BERLIN, "!subscriptions")).contains("path:virt/**").doesNotContain("mm");
    assertThat(say(TERMINAL, "!subscriptions")).doesNotContain("kvm");
  }

  /** It is half past three in the night in London, the tenth in Tokyo, and the ninth in Boston. */
  @Test
  void eachChannelHasItsOwnDays() {
    assertThat(say(BERLIN, "!digest kvm today"))
        .contains("2026-03-10 00:00 to 2026-03-10 04:3")
        .contains("Europe/Berlin");
    assertThat(say(TOKYO, "!digest kvm today")).contains("2026-03-10 00:00 to 2026-03-10 12:3");
    assertThat(say(BOSTON, "!digest kvm today")).contains("2026-03-09 00:00 to 2026-03-09 23:3");
    assertThat(say(TERMINAL, "!digest kvm today")).contains("2026-03-10 00:00 to").contains("UTC");
    assertThat(say(BOSTON, "!series kvm old")).contains("9 Mar 2026");
    assertThat(say(TOKYO, "!series kvm old")).contains("10 Mar 2026");
  }

  @Test
  void eachChannelHasItsOwnSchedulesInItsOwnZone() {
    assertThat(say(BERLIN, "!schedule daily 09:00 kvm")).contains("2026-03-10 09:00 Europe/Berlin");
    assertThat(say(TOKYO, "!schedule daily 13:00 mm")).contains("2026-03-10 13:00 Asia/Tokyo");
    assertThat(say(BOSTON, "!schedule daily 09:00 Asia/Tokyo mm")).contains("09:00 Asia/Tokyo");
    assertThat(say(BERLIN, "!schedules")).contains("kvm").doesNotContain("Tokyo");
    assertThat(say(TERMINAL, "!schedules")).doesNotContain("kvm");
    comes("mm", "[PATCH] mm: new", "mm/new.c");
    state.apply(new Input.DigestsDue(Instant.parse("2026-03-10T04:00:01Z"), List.of()));
    assertThat(told(TOKYO)).singleElement().asString().startsWith("**mm**, 2026-03-09 13:00 to");
    assertThat(told(BERLIN)).isEmpty();
    state.apply(new Input.DigestsDue(Instant.parse("2026-03-10T08:00:01Z"), List.of()));
    assertThat(told(BERLIN)).singleElement().asString().startsWith("**kvm**, 2026-03-09 09:00 to");
  }
}
