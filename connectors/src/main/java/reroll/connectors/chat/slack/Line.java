package reroll.connectors.chat.slack;

import java.time.Clock;
import reroll.connectors.http.Http;

/**
 * The way to Slack's Web API: the calls, who makes them, and what is wrong with it. Thread-safe.
 */
record Line(WebApi api, Account account, Troubles troubles) {
  static Line of(SlackSettings settings, Http http, Clock clock) {
    Troubles troubles = new Troubles();
    WebApi api = new WebApi(settings, http, new Quota(clock), troubles);
    return new Line(api, new Account(api, troubles), troubles);
  }
}
