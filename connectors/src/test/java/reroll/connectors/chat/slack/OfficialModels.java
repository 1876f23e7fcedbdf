package reroll.connectors.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.methods.request.apps.connections.AppsConnectionsOpenRequest;
import com.slack.api.methods.request.auth.AuthTestRequest;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;
import com.slack.api.methods.request.users.UsersConversationsRequest;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reroll.connectors.chat.slack.fake.Answer;
import reroll.connectors.chat.slack.fake.Call;

/**
 * The official Java client's own classes as a judge: a request has no argument that theirs has not,
 * and blocks and metadata read into their model and written again are what they were.
 */
final class OfficialModels {
  private static final Map<String, Class<?>> REQUESTS =
      Map.of(
          "auth.test", AuthTestRequest.class,
          "apps.connections.open", AppsConnectionsOpenRequest.class,
          "chat.postMessage", ChatPostMessageRequest.class,
          "chat.postEphemeral", ChatPostEphemeralRequest.class,
          "chat.update", ChatUpdateRequest.class,
          "conversations.history", ConversationsHistoryRequest.class,
          "conversations.replies", ConversationsRepliesRequest.class,
          "users.conversations", UsersConversationsRequest.class,
          "files.getUploadURLExternal", FilesGetUploadURLExternalRequest.class,
          "files.completeUploadExternal", FilesCompleteUploadExternalRequest.class);

  private static final Gson GSON = GsonFactory.createSnakeCase(strict());

  private OfficialModels() {}

  private static SlackConfig strict() {
    SlackConfig config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    return config;
  }

  /** Fails the call, and so the test, where the models know it otherwise. */
  static void check(Call call) {
    Class<?> request = REQUESTS.get(call.method());
    assertThat(request).as("a request class for %s", call.method()).isNotNull();
    List<String> known = Arrays.stream(request.getDeclaredFields()).map(f -> f.getName()).toList();
    assertThat(call.arguments().keySet()).allMatch(name -> known.contains(camel(name)));
    String blocks = call.arguments().getOrDefault("blocks", "");
    if (!blocks.isEmpty()) {
      same(blocks, LayoutBlock[].class);
    }
    String metadata = call.arguments().getOrDefault("metadata", "");
    if (!metadata.isEmpty()) {
      same(metadata, Message.Metadata.class);
    }
  }

  /** Blocks alone. */
  static void checkBlocks(String blocks) {
    same(blocks, LayoutBlock[].class);
  }

  /** The same of an answer to the address that came with a slash command or a press. */
  static void checkAnswer(Answer answer) {
    same(answer.json(), answer.toPress() ? ActionResponse.class : SlashCommandResponse.class);
  }

  private static String camel(String snake) {
    StringBuilder out = new StringBuilder();
    for (String word : snake.split("_", -1)) {
      out.append(
          out.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }

  private static void same(String json, Class<?> model) {
    JsonElement sent = JsonParser.parseString(json);
    JsonElement understood = GSON.toJsonTree(GSON.fromJson(json, model));
    dropUnsaid(understood, sent);
    assertThat(understood).as("as the official model understands it").isEqualTo(sent);
  }

  /** The model writes "false" where nothing was said. */
  private static void dropUnsaid(JsonElement understood, JsonElement sent) {
    if (understood.isJsonArray() && sent.isJsonArray()) {
      int most = Math.min(understood.getAsJsonArray().size(), sent.getAsJsonArray().size());
      for (int i = 0; i < most; i++) {
        dropUnsaid(understood.getAsJsonArray().get(i), sent.getAsJsonArray().get(i));
      }
    } else if (understood.isJsonObject() && sent.isJsonObject()) {
      for (String name : Set.copyOf(understood.getAsJsonObject().keySet())) {
        JsonElement value = understood.getAsJsonObject().get(name);
        if (sent.getAsJsonObject().has(name)) {
          dropUnsaid(value, sent.getAsJsonObject().get(name));
        } else if (value.equals(new JsonPrimitive(false))) {
          understood.getAsJsonObject().remove(name);
        }
      }
    }
  }
}
