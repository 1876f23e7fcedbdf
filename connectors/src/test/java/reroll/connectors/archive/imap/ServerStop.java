package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** What every real server does to a reader when it is stopped. */
final class ServerStop {
  private ServerStop() {}

  /** Stops a server while a reader waits for news, which has to be told as what may pass. */
  static void duringTheWait(ImapArchive source, Cursor end, Runnable stop) throws Exception {
    Thread stopper = new Thread(stop);
    stopper.start();
    assertThatThrownBy(
            () -> {
              source.awaitNews(Duration.ofMinutes(1));
              source.readAfter(end, 1);
            })
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT));
    stopper.join();
  }
}
