package reroll.connectors.chat.slack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Http;
import reroll.connectors.http.Request;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;
import tools.jackson.databind.JsonNode;

/**
 * Calls methods of Slack's Web API. Arguments go as a form, the one way that every method takes.
 * Thread-safe.
 */
final class WebApi {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** A page of 200 messages, each with its blocks, stays far below. */
  private static final int MOST_BYTES = 16 << 20;

  private final SlackSettings settings;
  private final Http http;
  private final Quota quota;
  private final Troubles troubles;

  WebApi(SlackSettings settings, Http http, Quota quota, Troubles troubles) {
    this.settings = settings;
    this.http = http;
    this.quota = quota;
    this.troubles = troubles;
  }

  /** Calls a method that has to say yes. */
  JsonNode call(ApiMethod method, Map<String, String> arguments) throws ConnectorException {
    return ask(method, arguments).orThrow(troubles);
  }

  /**
   * Calls a method.
   *
   * @return its yes or its no; what is wrong with a no is up to the caller
   * @throws ConnectorException where there is no such answer
   */
  Reply ask(ApiMethod method, Map<String, String> arguments) throws ConnectorException {
    quota.pass(method);
    Request request =
        Request.post(
                settings.api().resolve(method.word()),
                "application/x-www-form-urlencoded; charset=utf-8",
                form(arguments).getBytes(StandardCharsets.UTF_8))
            .withHeader("Authorization", "Bearer " + tokenFor(method).value())
            .asMember(LIMIT);
    try (Answer answer = http.send(request)) {
      return read(method, answer);
    } catch (ConnectorException e) {
      throw e.outcome() == ConnectorException.Outcome.UNKNOWN
          ? Refusals.unsure(method, e.getMessage(), e.getCause())
          : e;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw Refusals.unsure(method, "stopped in the middle of " + method.word(), stop);
    }
  }

  /** Whether Slack is asked without TLS, as a stand-in on this machine may be. */
  boolean isInTheClear() {
    return settings.api().getScheme().equals("http");
  }

  private Secret tokenFor(ApiMethod method) {
    return method == ApiMethod.CONNECTIONS_OPEN ? settings.appToken() : settings.botToken();
  }

  private static String form(Map<String, String> arguments) {
    return arguments.entrySet().stream()
        .map(
            argument ->
                argument.getKey()
                    + "="
                    + URLEncoder.encode(argument.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Reply read(ApiMethod method, Answer answer) throws ConnectorException {
    if (answer.status() == 429) {
      throw quota.shut(method, answer.retryAfter().orElse(method.turn()));
    }
    if (!answer.isOk()) {
      throw failure(method, answer);
    }
    Optional<JsonNode> body = Json.object(answer.bytes(MOST_BYTES));
    if (body.isEmpty() || !body.get().path("ok").isBoolean()) {
      throw Refusals.unsure(
          method, "Slack answers to " + method.word() + " with what is no answer of Slack", null);
    }
    Reply reply = new Reply(method, body.get(), scopes(answer));
    if (reply.says("ratelimited") || reply.says("rate_limited")) {
      throw quota.shut(method, answer.retryAfter().orElse(method.turn()));
    }
    if (reply.isOk()) {
      troubles.end(Troubles.account(method));
    }
    return reply;
  }

  private static List<String> scopes(Answer answer) {
    return Stream.of(answer.header("X-OAuth-Scopes").orElse("").split(",", -1))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .toList();
  }

  /** A proxy's refusal is no post's fault, so only a body that is too large is. */
  private static ConnectorException failure(ApiMethod method, Answer answer) {
    String sentence = "Slack answers " + answer.status() + " to " + method.word();
    if (answer.status() == 413) {
      return ConnectorException.rejected(sentence);
    }
    ConnectorException failure =
        answer.status() >= 500
            ? Refusals.unsure(method, sentence, null)
            : ConnectorException.notSent(sentence, null);
    return answer.retryAfter().map(failure::retryAfter).orElse(failure);
  }

  /**
   * Whether an address that came with a question is one of Slack's for answers, as {@code
   * https://hooks.slack.com/commands/…}; a stand-in for Slack has its own beside its Web API.
   */
  boolean isForAnswers(URI address) {
    URI api = settings.api();
    boolean here = api.getAuthority().equals(address.getAuthority());
    boolean hook = ("hooks." + api.getHost()).equals(address.getAuthority());
    return (here || hook) && api.getScheme().equals(address.getScheme());
  }

  /**
   * Whether an address that Slack named is at Slack, where its files and sockets have hosts of
   * their own; a stand-in has them on its own host.
   */
  boolean isAtSlack(URI address) {
    String host = String.valueOf(address.getHost());
    return address.getRawUserInfo() == null
        && Stream.of(settings.api().getHost(), "slack.com", "slack-gov.com")
            .anyMatch(place -> host.equals(place) || host.endsWith("." + place));
  }

  /**
   * Sends JSON to an address for answers.
   *
   * @return whether it was taken
   * @throws ConnectorException where that is not known
   */
  boolean answer(URI address, JsonNode body) throws ConnectorException {
    Request request =
        Request.post(
                address,
                "application/json; charset=utf-8",
                body.toString().getBytes(StandardCharsets.UTF_8))
            .asMember(LIMIT);
    try (Answer answer = http.send(request)) {
      if (answer.status() >= 500) {
        throw ConnectorException.unknown("Slack answers " + answer.status() + " to an answer", null)
            .retryAfter(Refusals.LOOK_AFTER);
      }
      return answer.isOk();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw ConnectorException.unknown("stopped in the middle of an answer", stop);
    }
  }

  /**
   * Sends bytes to an address that Slack named, which is a secret in itself; no token goes along.
   * Nobody sees them before another call tells what they are for.
   */
  void upload(URI address, String contentType, byte[] bytes) throws ConnectorException {
    Request request = Request.post(address, contentType, bytes).asMember(LIMIT);
    try (Answer answer = http.send(request)) {
      if (!answer.isOk()) {
        throw ConnectorException.notSent("Slack answers " + answer.status() + " to bytes", null);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw ConnectorException.notSent("stopped in the middle of an upload", stop);
    } catch (ConnectorException e) {
      throw ConnectorException.notSent(e.getMessage(), e.getCause());
    }
  }
}
