package reroll.connectors.chat.slack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the chat from working at this moment, by where it is. Thread-safe. */
final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);

  /** Of the token by which sockets are opened. */
  private static final String APP_TOKEN = "the app-level token";

  /** Of the token by which everything else is asked, and what it may do. */
  private static final String BOT_TOKEN = "the bot token";

  /** Of the connection by which people are heard. */
  static final String SOCKET = "the socket";

  /** More than an operator reads. */
  private static final int MAX = 50;

  /** Guarded by this. */
  private final Map<String, String> byPlace = new LinkedHashMap<>();

  /** The place of what is wrong with the account when this is called. */
  static String account(ApiMethod method) {
    return method == ApiMethod.CONNECTIONS_OPEN ? APP_TOKEN : BOT_TOKEN;
  }

  static String channel(String id) {
    return "channel " + id;
  }

  /** Notes a trouble, which goes into the log once. */
  void begin(String place, String sentence) {
    String before;
    synchronized (this) {
      if (byPlace.size() >= MAX && !byPlace.containsKey(place)) {
        return;
      }
      before = byPlace.put(place, sentence);
    }
    if (!sentence.equals(before)) {
      log.warn("Slack: {}", sentence);
    }
  }

  /** Notes that it works there. */
  void end(String place) {
    boolean was;
    synchronized (this) {
      was = byPlace.remove(place) != null;
    }
    if (was) {
      log.info("Slack: {} works again", place);
    }
  }

  /** Sentences, the oldest trouble first. */
  synchronized List<String> sentences() {
    return List.copyOf(byPlace.values());
  }
}
