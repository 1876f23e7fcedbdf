package reroll.connectors.chat.matrix;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.Visible;
import tools.jackson.databind.JsonNode;

/**
 * What a homeserver answered. Immutable.
 *
 * @param body an object, which is empty where the answer was none
 * @param isJson whether the answer was a JSON object
 * @param retryAfter as the header says
 */
record Reply(int status, JsonNode body, boolean isJson, Optional<Duration> retryAfter) {
  /** A server that asks for more is misled. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Where the server does not say how long. */
  private static final Duration USUAL = Duration.ofSeconds(5);

  /** Looked at again so often, where only a person can mend it. */
  static final Duration PERSONS_WORK = Duration.ofMinutes(5);

  /** A server that is full, or wants its terms accepted, refuses all until somebody acts. */
  private static final Set<String> ABOUT_THE_ACCOUNT =
      Set.of("M_RESOURCE_LIMIT_EXCEEDED", "M_CONSENT_NOT_GIVEN", "M_USER_LOCKED");

  boolean isOk() {
    return status == 200 && isJson;
  }

  String text(String... keys) {
    return Json.text(body, keys);
  }

  String errcode() {
    return text("errcode");
  }

  boolean isTokenTrouble() {
    return status == 401
        && (errcode().equals("M_UNKNOWN_TOKEN")
            || errcode().equals("M_MISSING_TOKEN")
            || errcode().equals("M_USER_LOCKED"));
  }

  /** Whether this very thing is not allowed; what holds for all of the account is no answer yet. */
  boolean isForbidden() {
    return status == 403 && isJson && !isAboutTheAccount();
  }

  private boolean isAboutTheAccount() {
    return ABOUT_THE_ACCOUNT.contains(errcode());
  }

  boolean isMissing() {
    return status == 404 && isJson;
  }

  /**
   * What this means for the one who asked.
   *
   * @param what was asked for: "the homeserver does not let me post in ..."
   * @param changes whether the request would have changed something
   */
  ConnectorException failure(String what, boolean changes) {
    String sentence = what + ": " + words();
    if (status == 429) {
      return ConnectorException.notSent(sentence, null).retryAfter(patience());
    }
    if (status == 401 || isAboutTheAccount()) {
      return ConnectorException.notSent(sentence, null).retryAfter(PERSONS_WORK);
    }
    // Proxies before the server, too, say that a post is too large, and it will not shrink.
    if (status == 413 || (isJson && status >= 400 && status < 500)) {
      return ConnectorException.rejected(sentence);
    }
    ConnectorException failure =
        changes
            ? ConnectorException.unknown(sentence, null)
            : ConnectorException.notSent(sentence, null);
    return retryAfter.isPresent() ? failure.retryAfter(patience()) : failure;
  }

  /** How long the server asks to wait; the header counts, the older field where there is none. */
  private Duration patience() {
    long millis = Json.at(body, "retry_after_ms").longValue(-1);
    Duration asked = retryAfter.orElseGet(() -> millis < 0 ? USUAL : Duration.ofMillis(millis));
    return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
  }

  private String words() {
    String error = Visible.of(text("error")).replaceAll("\\s+", " ");
    String shown = error.length() > 200 ? error.substring(0, 200) + "…" : error;
    if (!isJson) {
      return "status " + status + " with what is no answer of a homeserver";
    }
    return "status " + status + (errcode().isEmpty() ? "" : " " + errcode() + " (" + shown + ")");
  }
}
