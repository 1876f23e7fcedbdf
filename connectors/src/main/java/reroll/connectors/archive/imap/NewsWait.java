package reroll.connectors.archive.imap;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import reroll.connectors.port.ConnectorException;

/**
 * Waits for mail: by IDLE (RFC 2177) where the server has it, else by asking now and then. An IDLE
 * is ended and begun anew every few minutes, which finds out whether the server is still there, and
 * keeps routers on the way from forgetting the connection. Used by one thread at a time.
 */
final class NewsWait {
  /** Routers forget a silent connection after five minutes and more. */
  private static final Duration IDLE = Duration.ofMinutes(4);

  /**
   * The first IDLE behind a question. Nothing promises that mail which came between the two is told
   * (RFC 2177); where many slices are asked for by STATUS, it is found by asking again soon.
   */
  private static final Duration FIRST_IDLE = Duration.ofSeconds(3);

  /** Between questions to a server without IDLE. */
  private static final Duration POLL = Duration.ofSeconds(30);

  /** Between questions while the newest slice is full: nothing is told of the next one. */
  private static final Duration FULL_SLICE = Duration.ofSeconds(5);

  private final Connection connection;
  private final OpenMailbox mailbox;
  private final Session session;
  private final Clock clock;

  NewsWait(Connection connection, OpenMailbox mailbox, Clock clock) {
    this.connection = connection;
    this.mailbox = mailbox;
    this.session = mailbox.session();
    this.clock = clock;
  }

  /** Waits until there may be news, or the time is over. */
  void await(Duration atMost) throws ImapException, ConnectorException, InterruptedException {
    Instant end = clock.instant().plus(atMost);
    Duration longest = FIRST_IDLE;
    while (!hasNews()) {
      Duration left = Duration.between(clock.instant(), end);
      if (left.isNegative() || left.isZero()) {
        return;
      }
      Optional<Selected> last = mailbox.examineLast();
      if (last.isEmpty()) {
        connection.rest(shorter(left, FULL_SLICE));
      } else if (mailbox.isNews(last.get())) {
        return;
      } else if (session.canIdle()) {
        Duration time = shorter(left, longest);
        session.let((wire, protocol) -> idle(wire, protocol, time));
        longest = IDLE;
      } else {
        connection.rest(shorter(left, POLL));
        session.noop();
      }
    }
  }

  private boolean hasNews() throws ImapException {
    return session.count().hasNews() || (mailbox.slices().many() && mailbox.refresh());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** What came while listening. */
  private enum Heard {
    LINE,
    NOTHING,
    /** The server ended the IDLE by itself. */
    END
  }

  /** One IDLE, ended by news or in time. */
  private Heard idle(Wire wire, Protocol protocol, Duration time)
      throws IOException, ProtocolException {
    protocol.idleStart();
    Instant end = clock.instant().plus(time);
    Heard heard = Heard.LINE;
    while (heard == Heard.LINE && !session.count().hasNews()) {
      wire.input().allow(Session.SMALL);
      heard = listen(wire, protocol, end);
    }
    if (heard != Heard.END) {
      protocol.idleAbort();
      wire.waitAsUsual();
      boolean idling = true;
      while (idling) {
        idling = protocol.processIdleResponse(protocol.readResponse());
      }
    }
    return heard;
  }

  private Heard listen(Wire wire, Protocol protocol, Instant end)
      throws IOException, ProtocolException {
    Duration left = Duration.between(clock.instant(), end);
    if (left.isNegative() || left.isZero()) {
      return Heard.NOTHING;
    }
    wire.waitAtMost(left);
    try {
      return protocol.processIdleResponse(protocol.readResponse()) ? Heard.LINE : Heard.END;
    } catch (SocketTimeoutException e) {
      if (wire.input().midLine()) {
        throw e;
      }
      return Heard.NOTHING;
    }
  }
}
