package reroll.bench;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;

/** A chat that counts posts, keeps none, and fails at random in each of the ways that there are. */
final class ForgetfulRoom implements ChatPlatform, ChatPlatform.CanEdit {
  private final Random random;
  private final double failures;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile Consumer<Incoming> inbox = early -> {};

  ForgetfulRoom(Random random, double failures) {
    this.random = random;
    this.failures = failures;
  }

  void say(String event, String text) {
    inbox.accept(new Incoming("room", "ann", event, Optional.empty(), text, false));
  }

  long taken() {
    return taken.get();
  }

  long failed() {
    return failed.get();
  }

  @Override
  public void start(Consumer<Incoming> listener) {
    inbox = listener;
  }

  @Override
  public String send(Outgoing post) throws ConnectorException {
    failPerhaps();
    return "p" + taken.incrementAndGet();
  }

  @Override
  public void edit(String name, Outgoing post) throws ConnectorException {
    failPerhaps();
    taken.incrementAndGet();
  }

  private void failPerhaps() throws ConnectorException {
    if (random.nextDouble() < failures) {
      failed.incrementAndGet();
      throw switch (random.nextInt(3)) {
        case 0 -> ConnectorException.notSent("not now", null);
        case 1 -> ConnectorException.unknown("perhaps", null);
        default -> ConnectorException.rejected("never");
      };
    }
  }

  @Override
  public void close() {
    inbox = late -> {};
  }
}
