package reroll.connectors.chat.slack.fake;

/** A way in which the Web API answers for once. */
public sealed interface Fault {
  /** HTTP 429. */
  record TooFast(int retryAfterSeconds) implements Fault {}

  /** HTTP 200 and {@code ok: false}. */
  record Says(String error) implements Fault {}

  /** It happened, and yet the answer says {@code ok: false}. */
  record HappenedBut(String error) implements Fault {}

  /** A page of HTML; whether it happened is another matter. */
  record Page(int status, boolean happened) implements Fault {}

  /** It happened, but the line is cut before the answer. */
  record Cut() implements Fault {}

  /** It happened, and the answer is kept back until the caller went away. */
  record Silent() implements Fault {}

  /** HTTP 200 with something that is not JSON. */
  record Garbage() implements Fault {}

  /** HTTP 200 and an address under a key, as no Slack names one. */
  record Names(String key, String address) implements Fault {}
}
