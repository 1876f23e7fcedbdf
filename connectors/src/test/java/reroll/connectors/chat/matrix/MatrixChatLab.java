package reroll.connectors.chat.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reroll.connectors.chat.ChatLab;
import reroll.connectors.chat.ChatPlatform;
import tools.jackson.databind.JsonNode;

/** A room of a homeserver. */
public final class MatrixChatLab implements ChatLab {
  private final FakeHomeserver server;
  private final Path folder;
  private final List<MatrixLab> labs = new ArrayList<>();

  private MatrixChatLab(FakeHomeserver server, Path folder) {
    this.server = server;
    this.folder = folder;
    labs.add(MatrixLab.of(server.settings(), folder));
  }

  public static ChatLab in(Path folder) throws IOException {
    return new MatrixChatLab(new FakeHomeserver(), folder);
  }

  @Override
  public String type() {
    return new MatrixFactory().type();
  }

  @Override
  public ChatPlatform chat() {
    return labs.get(0).chat;
  }

  @Override
  public ChatPlatform again() {
    labs.add(MatrixLab.of(server.settings(), folder));
    return labs.get(labs.size() - 1).chat;
  }

  @Override
  public String channel() {
    return FakeHomeserver.ROOM;
  }

  @Override
  public List<Seen> seen() {
    Map<String, Seen> seen = new LinkedHashMap<>();
    server
        .named()
        .forEach(
            (name, content) -> {
              JsonNode relation = content.path("m.relates_to");
              String other = Json.text(relation, "event_id");
              switch (Json.text(relation, "rel_type")) {
                case "m.replace" ->
                    seen.computeIfPresent(
                        other,
                        (id, before) -> show(id, content.path("m.new_content"), before.thread()));
                case "m.thread" -> seen.put(name, show(name, content, Optional.of(other)));
                default -> seen.put(name, show(name, content, Optional.empty()));
              }
            });
    return List.copyOf(seen.values());
  }

  /** Without the field for mentions, clients look for them in the text (spec, mentions). */
  private static Seen show(String name, JsonNode content, Optional<String> thread) {
    JsonNode mentions = content.path("m.mentions");
    List<String> pings = new ArrayList<>();
    if (!mentions.isObject()) {
      pings.add("whoever is named");
    }
    mentions.path("user_ids").forEach(user -> pings.add(user.stringValue("")));
    if (mentions.path("room").booleanValue(false)) {
      pings.add("@room");
    }
    return new Seen(name, Json.text(content, "body"), thread, pings);
  }

  @Override
  public void loseNextAnswer() {
    server.loseNextAnswerAndForget();
  }

  @Override
  public void refuseNext() {
    server.refuseNextPost(
        429, "application/json", "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":10}");
  }

  @Override
  public void pass(Duration time) throws InterruptedException {
    new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    labs.forEach(MatrixLab::close);
    server.close();
  }
}
