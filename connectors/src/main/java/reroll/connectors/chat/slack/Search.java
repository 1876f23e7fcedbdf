package reroll.connectors.chat.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reroll.connectors.chat.slack.Attempts.Attempt;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/**
 * Looks in a channel's history for a post of which nobody knows whether it arrived. Thread-safe.
 */
final class Search {
  /** The two clocks may differ by so much. */
  static final Duration MARGIN = Duration.ofMinutes(10);

  private final Line line;
  private final History history;

  Search(Line line, History history) {
    this.line = line;
    this.history = history;
  }

  /** All that is there of a post. */
  Found find(String channel, String key, Optional<Attempt> attempt) throws ConnectorException {
    Place place = Place.of(attempt.flatMap(Attempt::thread));
    Optional<Instant> since = attempt.map(first -> first.at().minus(MARGIN));
    if (place instanceof Place.Whisper) {
      return Found.NOTHING; // what one person alone sees stands in no history
    }
    if (place instanceof Place.Below thread) {
      Found found = among(history.ofThread(channel, thread.root(), since), key, thread.root());
      // The thread may have been gone, and the post stand in the channel then.
      return found.first().isPresent() ? found : inChannel(channel, key, since);
    }
    return inChannel(channel, key, since);
  }

  private Found inChannel(String channel, String key, Optional<Instant> since)
      throws ConnectorException {
    Found found = among(history.ofChannel(channel, since), key, "");
    if (found.first().isEmpty() || found.isWhole()) {
      return found;
    }
    String root = found.root();
    return among(history.ofThread(channel, root, Optional.empty()), key, root);
  }

  private Found among(List<JsonNode> messages, String key, String threadRoot)
      throws ConnectorException {
    Optional<String> first = Optional.empty();
    Optional<Label> label = Optional.empty();
    Set<Integer> there = new LinkedHashSet<>();
    String botId = line.account().identity().botId();
    for (JsonNode message : messages) {
      Optional<Label> its = Label.of(message).filter(l -> l.key().equals(key));
      if (its.isPresent() && Json.text(message, "bot_id").equals(botId)) {
        label = its;
        there.add(its.get().part());
        first = its.get().part() == 1 ? Optional.of(Json.text(message, "ts")) : first;
      }
    }
    String root = threadRoot.isEmpty() ? first.orElse("") : threadRoot;
    return new Found(
        first, root, there, label.map(Label::parts).orElse(0), label.flatMap(Label::file));
  }
}
