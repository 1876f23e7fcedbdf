package reroll.connectors.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account at a real homeserver, who does by hand what people do. */
public final class MatrixPerson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI server;
  private final String id;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger said = new AtomicInteger();

  private MatrixPerson(URI server, String id, String token) {
    this.server = server;
    this.id = id;
    this.token = token;
  }

  static MatrixPerson in(URI server, String name, String password) {
    JsonNode login =
        new MatrixPerson(server, "", "")
            .call(
                "POST",
                "/login",
                Map.of(
                    "type",
                    "m.login.password",
                    "identifier",
                    Map.of("type", "m.id.user", "user", name),
                    "password",
                    password));
    return new MatrixPerson(
        server, login.path("user_id").stringValue(""), login.path("access_token").stringValue(""));
  }

  public String id() {
    return id;
  }

  public String token() {
    return token;
  }

  /** Makes a room; what it is made of is given as the API has it. */
  public String makeRoom(Map<String, Object> what) {
    return call("POST", "/createRoom", what).path("room_id").stringValue("");
  }

  /** A room that everybody may enter. */
  public String makeOpenRoom(String alias) {
    return makeRoom(Map.of("preset", "public_chat", "room_alias_name", alias));
  }

  /** A room that is for two. */
  public String makeDirectRoom(String other) {
    return makeRoom(
        Map.of("preset", "trusted_private_chat", "is_direct", true, "invite", List.of(other)));
  }

  public String say(String room, String text) {
    return send(room, Map.of("msgtype", "m.text", "body", text, "m.mentions", Map.of()));
  }

  public String send(String room, Map<String, Object> content) {
    return call("PUT", rooms(room) + "/send/m.room.message/say-" + said.incrementAndGet(), content)
        .path("event_id")
        .stringValue("");
  }

  /** Reacts to a message. */
  public String react(String room, String to, String key) {
    return call(
            "PUT",
            rooms(room) + "/send/m.reaction/react-" + said.incrementAndGet(),
            Map.of("m.relates_to", Map.of("rel_type", "m.annotation", "event_id", to, "key", key)))
        .path("event_id")
        .stringValue("");
  }

  /** The devices that are logged in. */
  public List<String> devices() {
    List<String> all = new ArrayList<>();
    call("GET", "/devices", Map.of())
        .path("devices")
        .forEach(device -> all.add(device.path("device_id").stringValue("")));
    return all;
  }

  public void invite(String room, String other) {
    call("POST", rooms(room) + "/invite", Map.of("user_id", other));
  }

  public void kick(String room, String other, String reason) {
    call("POST", rooms(room) + "/kick", Map.of("user_id", other, "reason", reason));
  }

  public void join(String room) {
    call("POST", "/join/" + escaped(room), Map.of());
  }

  public void setState(String room, String type, Map<String, Object> content) {
    call("PUT", rooms(room) + "/state/" + type + "/", content);
  }

  /** How somebody stands to a room: join, leave, invite, ban. */
  public String membership(String room, String user) {
    return call("GET", rooms(room) + "/state/m.room.member/" + escaped(user), Map.of())
        .path("membership")
        .stringValue("");
  }

  /** Moves a room to a new one, as clients do. */
  public String upgrade(String room) {
    return call("POST", rooms(room) + "/upgrade", Map.of("new_version", "11"))
        .path("replacement_room")
        .stringValue("");
  }

  /** Ends the session of a token. */
  public void logOut() {
    call("POST", "/logout", Map.of());
  }

  /** Who is in a room. */
  public List<String> members(String room) {
    List<String> all = new ArrayList<>();
    call("GET", rooms(room) + "/joined_members", Map.of())
        .path("joined")
        .propertyNames()
        .forEach(all::add);
    return all;
  }

  /** The messages of somebody in a room, oldest first, as the server has them. */
  public List<JsonNode> messagesOf(String user, String room) {
    List<JsonNode> all = new ArrayList<>();
    String from = "";
    do {
      JsonNode page = call("GET", rooms(room) + "/messages?dir=b&limit=500" + from, Map.of());
      for (JsonNode event : page.path("chunk")) {
        if (event.path("sender").stringValue("").equals(user)
            && event.path("type").stringValue("").equals("m.room.message")) {
          all.add(event);
        }
      }
      String end = page.path("end").stringValue("");
      from = end.isEmpty() ? "" : "&from=" + escaped(end);
    } while (!from.isEmpty());
    Collections.reverse(all);
    return all;
  }

  /**
   * What a client that is not ours (matrix-nio) shows of a room: one object for each message, the
   * oldest first, with its sender, text, thread, and the text that edits gave it.
   */
  public List<JsonNode> readWithNio(String room) {
    Path script = Path.of("..", ".ci", "servers", "matrix-reader").toAbsolutePath().normalize();
    try {
      Process process =
          new ProcessBuilder(
                  Synapse.environment().resolve("bin/python").toString(),
                  script.toString(),
                  server.toString(),
                  id,
                  token,
                  room)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException("matrix-reader failed: " + out);
      }
      return out.lines().map(JSON::readTree).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String rooms(String room) {
    return "/rooms/" + escaped(room);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonNode call(String method, String path, Map<String, ?> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/_matrix/client/v3" + path))
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
