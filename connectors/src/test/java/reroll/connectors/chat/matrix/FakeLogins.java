package reroll.connectors.chat.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one account of a {@link FakeHomeserver}: who has which token. A new login ends the tokens of
 * its device, a renewed token ends the old one when it is first used, as the spec has it. Guarded
 * by the server.
 */
final class FakeLogins {
  static final String PASSWORD = "sesame";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The devices that logged in, in order. */
  final List<String> devices = new ArrayList<>();

  int renewals;
  Optional<MockResponse> loginAnswer = Optional.empty();
  boolean losesRenewals;
  boolean takesNoToken;

  private final Set<String> good = new HashSet<>(Set.of("token"));
  private final Set<String> refreshes = new HashSet<>();
  private String refusal = "{\"errcode\":\"M_UNKNOWN_TOKEN\"}";
  private int given;

  /** Access tokens run out; those who have a refresh token get another. */
  void runOut() {
    good.clear();
    refusal = "{\"errcode\":\"M_UNKNOWN_TOKEN\",\"soft_logout\":true}";
  }

  /** The server ends all sessions by itself. */
  void endSoftly() {
    runOut();
    refreshes.clear();
  }

  /** Somebody ended the session. */
  void logOut() {
    endSoftly();
    refusal = "{\"errcode\":\"M_UNKNOWN_TOKEN\"}";
  }

  void lock() {
    good.clear();
    refusal = "{\"errcode\":\"M_USER_LOCKED\",\"soft_logout\":true}";
  }

  boolean letsIn(RecordedRequest request) {
    String said = String.valueOf(request.getHeaders().get("Authorization"));
    return !takesNoToken && good.contains(said.replaceFirst("^Bearer ", ""));
  }

  MockResponse refusal() {
    return FakeHomeserver.json(401, refusal);
  }

  /** The answer to what needs no token; empty where that is something else. */
  Optional<MockResponse> answer(String path, RecordedRequest request) {
    if (path.endsWith("/login")) {
      return Optional.of(logIn(body(request)));
    }
    return path.endsWith("/refresh") ? Optional.of(renew(body(request))) : Optional.empty();
  }

  private static JsonNode body(RecordedRequest request) {
    return JSON.readTree(request.getBody().utf8());
  }

  private MockResponse logIn(JsonNode asked) {
    devices.add(asked.path("device_id").stringValue(""));
    if (loginAnswer.isPresent()) {
      return loginAnswer.get();
    }
    if (!asked.path("password").stringValue("").equals(PASSWORD)) {
      return FakeHomeserver.json(403, "{\"errcode\":\"M_FORBIDDEN\"}");
    }
    good.clear();
    refreshes.clear();
    return give();
  }

  private MockResponse renew(JsonNode asked) {
    if (!refreshes.contains(asked.path("refresh_token").stringValue(""))) {
      return FakeHomeserver.json(401, "{\"errcode\":\"M_UNKNOWN_TOKEN\"}");
    }
    renewals++;
    if (losesRenewals) {
      losesRenewals = false;
      return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }
    return give();
  }

  private MockResponse give() {
    given++;
    good.add("given-" + given);
    refreshes.add("refresh-" + given);
    return FakeHomeserver.json(
        200,
        "{\"user_id\":\"%s\",\"access_token\":\"given-%d\",\"refresh_token\":\"refresh-%d\"}"
            .formatted(FakeHomeserver.BOT, given, given));
  }
}
