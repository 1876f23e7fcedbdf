package reroll.connectors.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gates of all hosts. Thread-safe. */
final class HostGates {
  /**
   * More hosts than anybody configures; a server that redirects to ever new ones fills no memory.
   */
  static final int MAX = 1_000;

  private final Pace pace;
  private final Map<String, HostGate> gates = new ConcurrentHashMap<>();

  HostGates(Pace pace) {
    this.pace = pace;
  }

  /** The gate of a host; those beyond {@link #MAX} share one. */
  HostGate of(URI url) {
    String host = hostOf(url);
    String key = gates.size() < MAX || gates.containsKey(host) ? host : "many hosts";
    return gates.computeIfAbsent(key, name -> new HostGate(name, pace));
  }

  /** {@code host} or {@code host:port}, in lower case. */
  static String hostOf(URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    return url.getPort() < 0 ? host : host + ":" + url.getPort();
  }
}
