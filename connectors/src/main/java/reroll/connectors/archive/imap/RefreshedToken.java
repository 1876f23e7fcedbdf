package reroll.connectors.archive.imap;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reroll.connectors.archive.imap.Account.TokenSource;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Http;
import reroll.connectors.http.Request;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Changes a refresh token for access tokens (RFC 6749 6), and keeps each for as long as it is good.
 * A server may send a new refresh token along; that one is used until the program ends.
 */
final class RefreshedToken implements TokenSource {
  private static final int MOST_BYTES = 64 << 10;

  /** A token this near its end may be refused when it arrives. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** What may be asked for, besides the token that is exchanged. */
  record Client(URI url, String id, Optional<Secret> secret) {}

  private record Access(Secret token, Instant end) {}

  private final Client client;
  private final Http http;
  private final Clock clock;
  private Secret refresh;
  private Optional<Access> access = Optional.empty();

  RefreshedToken(Client client, Secret refresh, Http http, Clock clock) {
    this.client = client;
    this.refresh = refresh;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Secret token() throws ConnectorException, InterruptedException {
    Instant now = clock.instant();
    if (access.filter(kept -> kept.end().isAfter(now.plus(MARGIN))).isEmpty()) {
      access = Optional.of(exchange(now));
    }
    return access.get().token();
  }

  @Override
  public void forget() {
    access = Optional.empty();
  }

  private Access exchange(Instant now) throws ConnectorException, InterruptedException {
    Request post =
        Request.post(
            client.url(),
            "application/x-www-form-urlencoded",
            form().getBytes(StandardCharsets.US_ASCII));
    try (Answer answer = http.send(post)) {
      if (answer.status() == 400 || answer.status() == 401) {
        throw ConnectorException.rejected(
            client.url().getHost() + " does not take the refresh-token; get a new one");
      }
      if (!answer.isOk()) {
        throw answer.failure();
      }
      return read(answer.bytes(MOST_BYTES), now);
    }
  }

  private String form() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", refresh.value());
    fields.put("client_id", client.id());
    client.secret().ifPresent(secret -> fields.put("client_secret", secret.value()));
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Access read(byte[] json, Instant now) throws ConnectorException {
    Map<String, String> fields = fields(json);
    String token = fields.getOrDefault("access_token", "");
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw noToken();
    }
    Optional.ofNullable(fields.get("refresh_token")).ifPresent(next -> refresh = new Secret(next));
    String seconds = fields.getOrDefault("expires_in", "");
    long good = seconds.matches("\\d{1,9}") ? Long.parseLong(seconds) : 0;
    return new Access(new Secret(token), now.plusSeconds(good));
  }

  /** The texts and numbers of the outermost object. */
  private Map<String, String> fields(byte[] json) throws ConnectorException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw noToken();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken().isScalarValue()) {
          fields.put(name, parser.getString());
        } else {
          parser.skipChildren();
        }
      }
      return fields;
    } catch (JacksonException e) {
      throw noToken(); // the exception would show a piece of the answer
    }
  }

  private ConnectorException noToken() {
    return ConnectorException.notSent(client.url().getHost() + " sends no access token", null);
  }
}
