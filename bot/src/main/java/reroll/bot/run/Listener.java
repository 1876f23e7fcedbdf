package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.command.SourceHealth;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;
import reroll.bot.words.FileTrouble;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.RichText;

/** Hands the engine what somebody said; returns when it is safe. Thread-safe. */
final class Listener implements Consumer<Incoming> {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private final Engine engine;
  private final List<ChatDesk> chats;
  private final ReloadDesk reloads;
  private final Supplier<List<SourceHealth>> health;
  private final Clock clock;

  /**
   * Makes one.
   *
   * @param chats of which one is told where nothing can be made safe
   * @param health of the lists and the chats
   */
  Listener(
      Engine engine,
      List<ChatDesk> chats,
      ReloadDesk reloads,
      Supplier<List<SourceHealth>> health,
      Clock clock) {
    this.engine = engine;
    this.chats = chats;
    this.reloads = reloads;
    this.health = health;
    this.clock = clock;
  }

  @Override
  public void accept(Incoming said) {
    Input.Said input = input(said);
    try {
      Answers.of(engine.submit(input));
      reloads.look(input);
    } catch (IOException e) {
      excuse(said, e);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private Input.Said input(Incoming said) {
    return new Input.Said(
        clock.instant(),
        said.channel(),
        said.user(),
        said.eventId(),
        said.thread(),
        said.text(),
        said.direct(),
        health.get());
  }

  /** Without a disk there is no outbox; the one who asked hears of it all the same. */
  private void excuse(Incoming said, IOException why) {
    String text =
        "I cannot do that now: my state cannot be saved ("
            + FileTrouble.of(why)
            + "). Nothing is lost; say it again when that is mended.";
    try {
      deskOf(said.channel())
          .send(
              new Outgoing(
                  "excuse-" + said.eventId(),
                  said.channel(),
                  Optional.of(said.thread().orElse(said.eventId())),
                  RichText.ofPlain(text),
                  Optional.empty()));
    } catch (ConnectorException e) {
      log.warn("{} cannot be told of it either: {}", said.channel(), e.getMessage());
    }
  }

  private ChatDesk deskOf(String channel) {
    return chats.stream().filter(chat -> chat.owns(channel)).findFirst().orElseThrow();
  }
}
