package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.Outbox.Owed;
import reroll.bot.state.BotState;
import reroll.bot.state.Engine;
import reroll.bot.state.ListState;

/** Looks how the bot is. Asks the state once, and only when somebody wants to know. Thread-safe. */
final class VitalsDesk {
  private final Engine engine;
  private final HealthBoard health;
  private final CommandTally commands;
  private final Clock clock;
  private final Instant started;

  /** When the state was last saved whole. */
  private volatile Instant saved;

  VitalsDesk(Engine engine, HealthBoard health, CommandTally commands, Clock clock) {
    this.engine = engine;
    this.health = health;
    this.commands = commands;
    this.clock = clock;
    started = clock.instant();
    saved = started;
  }

  void saved() {
    saved = clock.instant();
  }

  /** What the state thread is asked, in one go. */
  private record Glance(
      Map<String, ListState> lists,
      List<Owed> owed,
      int series,
      int patchMails,
      int follows,
      long dropped) {
    static Glance at(BotState state, List<WatchedList> lists) {
      return new Glance(
          lists.stream()
              .map(list -> state.list(list.info().name()))
              .collect(Collectors.toMap(ListState::list, Function.identity())),
          state.outbox().owed(),
          state.tracker().seriesCount(),
          state.tracker().size(),
          state.follows().all().size(),
          state.outbox().dropped());
    }
  }

  /** How the bot is now; waits for the state thread. */
  Vitals look(List<WatchedList> lists, List<ChatDesk> chats)
      throws IOException, InterruptedException {
    Instant asked = clock.instant();
    Glance glance = Answers.of(engine.ask(state -> Glance.at(state, lists)));
    Instant now = clock.instant();
    Map<String, SourceHealth> reading =
        health.all().stream().collect(Collectors.toMap(SourceHealth::list, Function.identity()));
    return new Vitals(
        now,
        saved,
        Duration.between(asked, now),
        lists.stream()
            .map(list -> list.info().name())
            .map(
                name ->
                    ofList(glance.lists().get(name), Optional.ofNullable(reading.get(name)), now))
            .toList(),
        chats.stream().map(chat -> ofChat(chat, glance.owed(), now)).toList(),
        glance.series(),
        glance.patchMails(),
        glance.follows(),
        glance.dropped(),
        commands.all());
  }

  private Vitals.OfList ofList(ListState list, Optional<SourceHealth> reading, Instant now) {
    Instant read = reading.flatMap(SourceHealth::lastSuccess).orElse(started);
    return new Vitals.OfList(
        list.list(),
        list.mails(),
        list.broken(),
        reading.isPresent(),
        Duration.between(read, now),
        reading.flatMap(SourceHealth::failing),
        health.failures(list.list()));
  }

  private static Vitals.OfChat ofChat(ChatDesk chat, List<Owed> all, Instant now) {
    List<Owed> owed = all.stream().filter(each -> chat.owns(each.post().channel())).toList();
    return new Vitals.OfChat(
        chat.name(),
        owed.size(),
        (int) owed.stream().filter(Owed::begun).count(),
        owed.stream()
            .map(each -> Duration.between(each.post().owedSince(), now))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO),
        chat.sent(),
        chat.refused(),
        chat.retried(),
        chat.troubles());
  }
}
