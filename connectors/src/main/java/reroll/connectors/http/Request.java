package reroll.connectors.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request to be sent. Immutable.
 *
 * @param url of http or https; its escapes are sent as they are; a step that is only dots is
 *     resolved
 * @param headers beside those that the client sets itself: User-Agent, Host, lengths, and gzip
 *     where nothing is said of Accept-Encoding
 * @param manner how the host is treated
 */
public record Request(
    Method method, URI url, Map<String, String> headers, Optional<Body> body, Manner manner) {

  /** What may be asked for. */
  public enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE
  }

  /** How the host is treated. */
  public sealed interface Manner {
    /**
     * As somebody's guest: one request at a time, with gaps between them.
     *
     * @param longLived whether the answer may take as long as bytes keep coming; others have to be
     *     over within {@link Http#SHORT_ANSWER}
     */
    record Guest(boolean longLived) implements Manner {}

    /**
     * As one who has an account there and keeps the server's limits by himself: many requests at
     * the same time, none waits for another, no answer keeps the others away, and no redirect is
     * followed, for it would take the account's secret along.
     *
     * @param limit within which the answer, its body included, has to be there
     */
    record Member(Duration limit) implements Manner {}
  }

  private static final Manner SHORT = new Manner.Guest(false);

  /** What is sent along. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Body(String contentType, byte[] bytes) {}

  public Request {
    Objects.requireNonNull(method);
    Objects.requireNonNull(url);
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body);
    Objects.requireNonNull(manner);
  }

  public static Request get(URI url) {
    return new Request(Method.GET, url, Map.of(), Optional.empty(), SHORT);
  }

  public static Request head(URI url) {
    return new Request(Method.HEAD, url, Map.of(), Optional.empty(), SHORT);
  }

  public static Request post(URI url, String contentType, byte[] body) {
    return new Request(Method.POST, url, Map.of(), Optional.of(new Body(contentType, body)), SHORT);
  }

  public static Request put(URI url, String contentType, byte[] body) {
    return new Request(Method.PUT, url, Map.of(), Optional.of(new Body(contentType, body)), SHORT);
  }

  public static Request delete(URI url) {
    return new Request(Method.DELETE, url, Map.of(), Optional.empty(), SHORT);
  }

  public Request withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, url, more, body, manner);
  }

  /** The same for an answer of any length, such as a pack. */
  public Request forLongAnswer() {
    return new Request(method, url, headers, body, new Manner.Guest(true));
  }

  /** The same to a server of one's own account; see {@link Manner.Member}. */
  public Request asMember(Duration limit) {
    return new Request(method, url, headers, body, new Manner.Member(limit));
  }

  boolean isMembers() {
    return manner instanceof Manner.Member;
  }

  /** The same at another place; what the first place was told in confidence is left out. */
  Request redirectedTo(URI place) {
    Map<String, String> kept = new LinkedHashMap<>(headers);
    if (!HostGates.hostOf(place).equals(HostGates.hostOf(url))) {
      kept.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization"));
      kept.keySet().removeIf(name -> name.equalsIgnoreCase("Cookie"));
    }
    return new Request(method, place, kept, body, manner);
  }
}
