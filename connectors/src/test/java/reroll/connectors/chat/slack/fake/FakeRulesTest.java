package reroll.connectors.chat.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static reroll.connectors.chat.slack.fake.FakeSlack.APP_TOKEN;
import static reroll.connectors.chat.slack.fake.FakeSlack.BOT_TOKEN;
import static reroll.connectors.chat.slack.fake.FakeSlack.POND;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The fake refuses what Slack refuses: one that takes everything would prove nothing. */
class FakeRulesTest {
  private final FakeSlack slack = new FakeSlack(Clock.systemUTC());
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void end() {
    slack.close();
  }

  private HttpResponse<String> post(URI address, String token, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> call(String method, String form) throws Exception {
    String token = method.equals("apps.connections.open") ? APP_TOKEN : BOT_TOKEN;
    return post(slack.api().resolve(method), token, form);
  }

  private JsonNode answer(String method, String form) throws Exception {
    return Js.read(call(method, form).body(), "no JSON");
  }

  private String error(String method, String form) throws Exception {
    return Js.text(answer(method, form), "error");
  }

  private static String blocks(String json) {
    return "channel=" + POND + "&blocks=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  static Stream<Arguments> badBlocks() {
    String text = "{'type':'plain_text','text':'x'}";
    String button = "{'type':'button','text':" + text + ",'action_id':'a','value':'v'}";
    String section = "{'type':'section','text':" + text + "},";
    return Stream.of(
        Arguments.of("17", "invalid_blocks_format", ""),
        Arguments.of("{'type':'divider'}", "invalid_blocks_format", ""),
        Arguments.of("[" + "{'type':'divider'},".repeat(50) + "{'type':'divider'}]", "", "/blocks"),
        Arguments.of("[{'type':'table'}]", "", "/blocks/0/type"),
        Arguments.of("[{'type':'divider','text':" + text + "}]", "", "/blocks/0"),
        Arguments.of("[{'type':'section','text':{'type':'mrkdwn','text':''}}]", "", "/0/text/text"),
        Arguments.of(
            "[{'type':'section','text':{'type':'mrkdwn','text':'%s'}}]"
                .formatted("x".repeat(3_001)),
            "",
            "/blocks/0/text/text"),
        Arguments.of("[{'type':'section','text':{'type':'html','text':'x'}}]", "", "/text/type"),
        Arguments.of(
            "[{'type':'header','text':{'type':'mrkdwn','text':'x'}}]", "", "/blocks/0/text/type"),
        Arguments.of(
            "[{'type':'header','text':{'type':'plain_text','text':'%s'}}]"
                .formatted("x".repeat(151)),
            "",
            "/blocks/0/text/text"),
        Arguments.of("[{'type':'context','elements':[]}]", "", "/blocks/0/elements"),
        Arguments.of(
            "[{'type':'context','elements':[%s]}]".formatted((text + ",").repeat(10) + text),
            "",
            "/blocks/0/elements"),
        Arguments.of(
            "[{'type':'actions','elements':[%s,%s]}]".formatted(button, button),
            "",
            "/blocks/0/elements/1/action_id"),
        Arguments.of(
            "[{'type':'actions','elements':[%s]}]".formatted(button.replace("'v'", "''")),
            "",
            "/blocks/0/elements/0/value"),
        Arguments.of(
            "[{'type':'actions','elements':[%s]}]"
                .formatted(button.replace("'x'", "'" + "x".repeat(76) + "'")),
            "",
            "/blocks/0/elements/0/text/text"),
        Arguments.of(
            rich("{'type':'rich_text_section','elements':[]}"), "", "/elements/0/elements"),
        Arguments.of(
            rich("{'type':'rich_text_section','elements':[{'type':'mrkdwn','text':'x'}]}"),
            "",
            "/elements/0/type"),
        Arguments.of(
            rich(
                "{'type':'rich_text_section','elements':[{'type':'text','text':'x','style':{'big':true}}]}"),
            "",
            "/style"),
        Arguments.of(
            rich(
                "{'type':'rich_text_list','style':'bullet','indent':9,'elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'x'}]}]}"),
            "",
            "/indent"),
        Arguments.of(
            "["
                + section
                    .replace("'x'", "'" + "x".repeat(2_500) + "'")
                    .repeat(5)
                    .replaceFirst(",$", "")
                + "]",
            "msg_blocks_too_long",
            ""));
  }

  private static String rich(String element) {
    return "[{'type':'rich_text','elements':[" + element + "]}]";
  }

  @ParameterizedTest
  @MethodSource("badBlocks")
  void blocksThatSlackWouldNotTakeAreRefusedWithTheirPlace(String blocks, String word, String place)
      throws Exception {
    JsonNode answer = answer("chat.postMessage", blocks(blocks.replace('\'', '"')));

    assertThat(Js.text(answer, "error")).isEqualTo(word.isEmpty() ? "invalid_blocks" : word);
    assertThat(answer.path("response_metadata").path("messages").toString()).contains(place);
    assertThat(slack.posts(POND)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "chat.postMessage, channel=C0POND, no_text",
    "chat.postMessage, channel=C9&text=x, channel_not_found",
    "chat.postMessage, channel=C0POND&text=x&thread_ts=1.1, thread_not_found",
    "chat.postMessage, channel=C0POND&text=x&colour=red, invalid_arguments",
    "chat.postMessage, channel=C0POND&text=x&metadata=no, invalid_metadata_format",
    "chat.postMessage, channel=C0POND&text=x&metadata=%7B%7D, invalid_metadata_schema",
    "chat.update, channel=C0POND&text=x&ts=1.1, message_not_found",
    "conversations.replies, channel=C0POND&ts=1.1, thread_not_found",
    "files.getUploadURLExternal, filename=a&length=0, invalid_arguments",
    "files.completeUploadExternal, channel_id=C0POND&files=%5B%7B%22id%22%3A%22F9%22%7D%5D,"
        + " file_not_found",
    "chat.telepathy, text=x, unknown_method"
  })
  void wrongCallsAreRefusedInSlacksWords(String method, String form, String word) throws Exception {
    assertThat(error(method, form)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "auth.test, '', not_authed",
    "auth.test, xoxb-old, invalid_auth",
    "auth.test, xapp-lab, not_allowed_token_type",
    "apps.connections.open, xoxb-lab, not_allowed_token_type"
  })
  void everyMethodWantsItsOwnToken(String method, String token, String word) throws Exception {
    String body = post(slack.api().resolve(method), token, "").body();

    assertThat(Js.text(Js.read(body, "no JSON"), "error")).isEqualTo(word);
  }

  @Test
  void otherPeoplesMessagesCannotBeChanged() throws Exception {
    String ts = slack.say(POND, FakeSlack.ANN, "mine");

    assertThat(error("chat.update", "channel=" + POND + "&text=x&ts=" + ts))
        .isEqualTo("cant_update_message");
  }

  /** Calls of one method in a row, and how many of them Slack takes in a minute. */
  @ParameterizedTest
  @CsvSource({
    "users.conversations, types=public_channel, 20",
    "conversations.history, channel=C0POND, 50",
    "chat.postEphemeral, channel=C0POND&user=U0ANN&text=x, 100",
    "apps.connections.open, '', 3",
    "chat.postMessage, channel=C0POND&text=x, 1"
  })
  void whoIsFasterThanTheTierOfAMethodIsToldToWait(String method, String form, int most)
      throws Exception {
    for (int i = 0; i < most; i++) {
      assertThat(call(method, form).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = call(method, form);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void bytesThatAreNotAsManyAsAnnouncedOrBringATokenAreRefused() throws Exception {
    JsonNode place = answer("files.getUploadURLExternal", "filename=a.txt&length=4");
    URI address = URI.create(Js.text(place, "upload_url"));

    assertThat(post(address, "", "abc").statusCode()).isEqualTo(400);
    assertThat(post(address, BOT_TOKEN, "abcd").statusCode()).isEqualTo(400);
    assertThat(post(address, "", "abcd").statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressForAnswersTakesFiveOfThem() throws Exception {
    String id = slack.slash(POND, FakeSlack.ANN, "lists");
    URI address = slack.api().resolve("/respond/" + id);
    String body = "{\"text\":\"x\",\"blocks\":[]}";
    for (int i = 0; i < 5; i++) {
      assertThat(post(address, "", body).statusCode()).isEqualTo(200);
    }

    assertThat(post(address, "", body).statusCode()).isEqualTo(404);
    assertThat(slack.whispers()).hasSize(5);
  }

  // ---- sockets

  private WebSocket socket(URI address, List<String> frames) {
    return http.newWebSocketBuilder()
        .buildAsync(
            address,
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                frames.add(text.toString());
                socket.request(1);
                return null;
              }
            })
        .join();
  }

  private URI ticket() throws Exception {
    return URI.create(Js.text(answer("apps.connections.open", ""), "url"));
  }

  @Test
  void aTicketOpensOneSocket() throws Exception {
    URI ticket = ticket();
    WebSocket first = socket(ticket, new CopyOnWriteArrayList<>());

    assertThat(http.newWebSocketBuilder().buildAsync(ticket, new WebSocket.Listener() {}))
        .failsWithin(Duration.ofSeconds(30));
    first.abort();
  }

  @Test
  void whatIsNotConfirmedInThreeSecondsComesAgainAndIsCountedAsLate() throws Exception {
    List<String> frames = new CopyOnWriteArrayList<>();
    WebSocket socket = socket(ticket(), frames);
    slack.say(POND, FakeSlack.ANN, "!lists");

    await().until(() -> frames.size() == 3);
    JsonNode again = Js.read(frames.get(2), "no JSON");
    assertThat(again.path("retry_attempt").asInt()).isEqualTo(1);
    assertThat(Js.text(again, "envelope_id"))
        .isEqualTo(Js.text(Js.read(frames.get(1), "no JSON"), "envelope_id"));
    assertThat(slack.late()).isEqualTo(1);

    socket.sendText("{\"envelope_id\":\"" + Js.text(again, "envelope_id") + "\"}", true).join();
    await().until(() -> slack.unconfirmed() == 0);
    socket.abort();
  }

  @Test
  void whatASocketDidNotConfirmGoesToTheNextWhenItIsCut() throws Exception {
    WebSocket first = socket(ticket(), new CopyOnWriteArrayList<>());
    await().until(() -> slack.sockets() == 1);
    slack.say(POND, FakeSlack.ANN, "!lists");
    first.abort();
    await().until(() -> slack.sockets() == 0);

    List<String> frames = new CopyOnWriteArrayList<>();
    WebSocket second = socket(ticket(), frames);
    await().until(() -> frames.size() == 2);
    second.abort();
  }
}
