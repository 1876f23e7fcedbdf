package reroll.connectors.chat.slack;

import java.util.function.Consumer;

/**
 * The confirmation of one envelope: sent once, when what it holds is safe; or, where that takes
 * long, in time, and the envelope is kept until then. Thread-safe.
 */
final class Receipt {
  private final Envelope envelope;
  private final Unread unread;
  private final Consumer<String> send;

  /** Guarded by this. */
  private boolean sent;

  Receipt(Envelope envelope, Unread unread, Consumer<String> send) {
    this.envelope = envelope;
    this.unread = unread;
    this.send = send;
  }

  /** Slack waits no longer. What cannot be kept is left to be delivered again. */
  synchronized void inTime() {
    if (!sent && unread.keep(envelope)) {
      send();
    }
  }

  /** What the envelope holds is safe. */
  synchronized void safe() {
    send();
    unread.drop(envelope);
  }

  private void send() {
    if (!sent) {
      sent = true;
      send.accept(envelope.confirmation());
    }
  }
}
