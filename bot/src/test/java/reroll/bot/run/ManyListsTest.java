package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.command.ListInfo;
import reroll.bot.intake.FirstReading;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveSource;

/** Several lists in one bot, each read by itself. */
class ManyListsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path folder;
  private final List<WatchedList> lists = new ArrayList<>();
  private final List<FirstReading> told = new CopyOnWriteArrayList<>();

  @Test
  void fiftyListsAreReadThoughTenOfThemHang() throws Exception {
    for (int i = 0; i < 10; i++) {
      add("hangs-" + i, new FakeArchive().hanging(), Optional.empty());
    }
    for (int i = 0; i < 40; i++) {
      FakeArchive archive = new FakeArchive();
      archive.deliver(mail(i), NOW);
      add("list-" + i, archive, Optional.empty());
    }
    try (Bot bot = start()) {
      bot.await(
          state -> lists.stream().skip(10).allMatch(l -> state.list(l.info().name()).caughtUp()));
      int known = bot.ask(state -> state.tracker().size());

      assertThat(known).isEqualTo(40);
    }
  }

  @Test
  void aMailThatWentToTwoListsIsOneMail() throws Exception {
    for (String name : List.of("kvm", "linux-mm")) {
      FakeArchive archive = new FakeArchive();
      archive.deliver(mail(1), NOW);
      add(name, archive, Optional.empty());
    }
    try (Bot bot = start()) {
      bot.awaitFirstLook();
      int series = bot.ask(state -> state.tracker().series().size());
      List<String> on =
          bot.ask(
              state ->
                  state.tracker().series().iterator().next().latest().head().lists().stream()
                      .sorted()
                      .toList());

      assertThat(series).isEqualTo(1);
      assertThat(on).containsExactly("kvm", "linux-mm");
    }
  }

  @Test
  void whatArrivedBeforeTheStartIsLeftOutAndWhatCameLaterIsNot() throws Exception {
    FakeArchive archive = new FakeArchive();
    archive.deliver(mail(1), NOW.minus(Duration.ofDays(8)));
    archive.deliver(mail(2), NOW.minus(Duration.ofDays(6)));
    add("kvm", archive, Optional.of(NOW.minus(Duration.ofDays(7))));
    try (Bot bot = start()) {
      bot.awaitFirstLook();
      assertThat(titles(bot)).containsExactly("number 2");

      archive.deliver(mail(3), NOW.minus(Duration.ofDays(9)));
      bot.await(state -> state.list("kvm").mails() == 2);
      assertThat(titles(bot)).containsExactly("number 2", "number 3");
    }
  }

  @Test
  void anArchiveThatTellsOfNewsIsNotWaitedFor() throws Exception {
    FakeArchive.Telling archive = new FakeArchive.Telling();
    lists.add(
        new WatchedList(
            new ListInfo("kvm", "", Optional.empty()),
            archive,
            Duration.ofDays(1),
            Optional.empty()));
    try (Bot bot = start()) {
      bot.awaitFirstLook();
      archive.deliver(mail(1), NOW);
      bot.await(state -> state.list("kvm").mails() == 1);
      archive.deliver(mail(2), NOW);
      bot.await(state -> state.list("kvm").mails() == 2);
    }
  }

  @Test
  void aFirstReadingIsToldAndLaterOnesAreNot() throws Exception {
    FakeArchive archive = new FakeArchive();
    for (int i = 0; i < 600; i++) {
      archive.deliver(mail(i), NOW.plusSeconds(i));
    }
    add("kvm", archive, Optional.empty());
    try (Bot bot = start()) {
      bot.awaitFirstLook();
      archive.deliver(mail(600), NOW.plusSeconds(600));
      bot.await(state -> state.list("kvm").mails() == 601);
    }
    assertThat(told).extracting(FirstReading::mails).containsExactly(256L, 512L, 600L);
    assertThat(told).extracting(FirstReading::over).containsExactly(false, false, true);
  }

  private static List<String> titles(Bot bot) throws InterruptedException {
    return bot.ask(state -> state.tracker().series().stream().map(s -> s.title()).toList());
  }

  private void add(String name, ArchiveSource archive, Optional<Instant> start) {
    lists.add(
        new WatchedList(
            new ListInfo(name, "", Optional.empty()), archive, Duration.ofMillis(5), start));
  }

  private Bot start() throws Exception {
    List<ListInfo> infos = lists.stream().map(WatchedList::info).toList();
    return Bot.start(
        new BotSetup(
            folder.resolve("state"),
            new RealDisk(),
            Clock.systemUTC(),
            new StateSettings(infos, ZoneOffset.UTC, 10_000, StateSettings.DEFAULT_QUIET),
            lists,
            Optional.empty(),
            Duration.ofMinutes(10),
            true,
            told::add),
        new RecordingChat());
  }

  private static String mail(int number) {
    return """
        From: Ann <ann@example.org>
        Subject: [PATCH] number %1$d
        Message-ID: <%1$d@example.org>

        Text.
        """
        .formatted(number);
  }
}
