package reroll.connectors.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/**
 * Places that hold the same. One that cannot be reached, does not answer in time, shows an anti-bot
 * page or answers 5xx hands over to the next; any other answer counts, 4xx too (as kernel.org's own
 * client does). The one that answered last is asked first. Used by one thread at a time.
 */
public final class Mirrors {
  private static final Logger log = LoggerFactory.getLogger(Mirrors.class);

  private final List<URI> places;
  private int first;

  /**
   * @param places in the order in which they are tried; at least one
   */
  public Mirrors(List<URI> places) {
    this.places = List.copyOf(places);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("no place to ask");
    }
  }

  /** Asks one of the places. */
  @FunctionalInterface
  public interface Question<T> {
    T ask(URI place) throws ConnectorException, InterruptedException;
  }

  /**
   * Asks one place after the other.
   *
   * @throws ConnectorException the failure of the place tried first, if none can help
   */
  public <T> T ask(Question<T> question) throws ConnectorException, InterruptedException {
    Optional<ConnectorException> failure = Optional.empty();
    for (int tried = 0; tried < places.size(); tried++) {
      int at = (first + tried) % places.size();
      try {
        T answer = question.ask(places.get(at));
        first = at;
        return answer;
      } catch (ConnectorException e) {
        if (!anotherMayHelp(e)) {
          throw e;
        }
        log.info("{}", e.getMessage());
        failure = failure.or(() -> Optional.of(e));
      }
    }
    throw failure.orElseThrow();
  }

  private static boolean anotherMayHelp(ConnectorException e) {
    return e.outcome() != Outcome.REJECTED
        && !(e.getCause() instanceof StatusException status && !status.isServersFault());
  }
}
