package reroll.connectors.http;

import java.net.URI;
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
 * @param longLived whether the answer may take as long as bytes keep coming; others have to be over
 *     within {@link Http#SHORT_ANSWER}
 */
public record Request(
    Method method, URI url, Map<String, String> headers, Optional<Body> body, boolean longLived) {

  /** What may be asked for. */
  public enum Method {
    GET,
    HEAD,
    POST
  }

  /** What is sent along. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Body(String contentType, byte[] bytes) {}

  public Request {
    Objects.requireNonNull(method);
    Objects.requireNonNull(url);
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body);
  }

  public static Request get(URI url) {
    return new Request(Method.GET, url, Map.of(), Optional.empty(), false);
  }

  public static Request head(URI url) {
    return new Request(Method.HEAD, url, Map.of(), Optional.empty(), false);
  }

  public static Request post(URI url, String contentType, byte[] body) {
    return new Request(Method.POST, url, Map.of(), Optional.of(new Body(contentType, body)), false);
  }

  public Request withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, url, more, body, longLived);
  }

  /** The same for an answer of any length, such as a pack. */
  public Request forLongAnswer() {
    return new Request(method, url, headers, body, true);
  }

  /** The same at another place; what the first place was told in confidence is left out. */
  Request redirectedTo(URI place) {
    Map<String, String> kept = new LinkedHashMap<>(headers);
    if (!HostGates.hostOf(place).equals(HostGates.hostOf(url))) {
      kept.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization"));
      kept.keySet().removeIf(name -> name.equalsIgnoreCase("Cookie"));
    }
    return new Request(method, place, kept, body, longLived);
  }
}
