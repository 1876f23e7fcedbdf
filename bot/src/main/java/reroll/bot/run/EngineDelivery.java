package reroll.bot.run;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import reroll.bot.delivery.Delivery;
import reroll.bot.delivery.Outbox.Owed;
import reroll.bot.delivery.PostId;
import reroll.bot.state.BotState;
import reroll.bot.state.Card;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;

/** Lets the deliverer see and settle what the engine's outbox owes. Thread-safe. */
final class EngineDelivery implements Delivery {
  private final Engine engine;
  private final Clock clock;
  private final Predicate<String> channels;

  /**
   * @param channels the channels that are meant; posts to others are somebody else's
   */
  EngineDelivery(Engine engine, Clock clock, Predicate<String> channels) {
    this.engine = engine;
    this.clock = clock;
    this.channels = channels;
  }

  @Override
  public List<Owed> heads() throws SaveFailed, InterruptedException {
    return ask(this::heads);
  }

  private <T> T ask(Function<BotState, T> question) throws SaveFailed, InterruptedException {
    try {
      return Answers.of(engine.ask(question));
    } catch (IOException e) {
      throw new SaveFailed(e);
    }
  }

  private List<Owed> heads(BotState state) {
    return List.copyOf(state.outbox().heads(channels));
  }

  @Override
  public Optional<Owed> head(String channel) throws SaveFailed, InterruptedException {
    return heads().stream().filter(owed -> owed.post().channel().equals(channel)).findFirst();
  }

  @Override
  public Optional<String> nameOf(PostId post) throws SaveFailed, InterruptedException {
    return ask(state -> state.cards().find(post).flatMap(Card::name));
  }

  @Override
  public void begin(PostId post) throws SaveFailed, InterruptedException {
    submit(new Input.SendingBegan(clock.instant(), post));
  }

  @Override
  public void settle(PostId post, Optional<String> name) throws SaveFailed, InterruptedException {
    submit(new Input.PostSettled(clock.instant(), post, Optional.empty(), name));
  }

  @Override
  public void refuse(PostId post, String why) throws SaveFailed, InterruptedException {
    submit(new Input.PostSettled(clock.instant(), post, Optional.of(why), Optional.empty()));
  }

  private void submit(Input input) throws SaveFailed, InterruptedException {
    try {
      Answers.of(engine.submit(input));
    } catch (IOException e) {
      throw new SaveFailed(e);
    }
  }
}
