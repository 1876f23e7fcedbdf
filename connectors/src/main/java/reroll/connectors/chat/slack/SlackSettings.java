package reroll.connectors.chat.slack;

import java.net.URI;
import reroll.connectors.port.Secret;
import reroll.connectors.port.Setting;

/** What the configuration file says of a Slack workspace. */
record SlackSettings(
    @Setting(
            value = "the bot's token (xoxb-…), from \"OAuth & Permissions\" of the app's page",
            sample = "{env: SLACK_BOT_TOKEN}")
        Secret botToken,
    @Setting(
            value =
                "the app-level token (xapp-…) with the scope connections:write, from \"Basic"
                    + " Information\" of the app's page",
            sample = "{env: SLACK_APP_TOKEN}")
        Secret appToken,
    @Setting(
            value = "where Slack's Web API is",
            sample = "https://slack.com/api/",
            fallback = "https://slack.com/api/")
        URI api) {

  SlackSettings {
    if (!botToken.value().startsWith("xoxb-")) {
      throw new IllegalArgumentException(
          "bot-token is no bot token; those begin with xoxb-, other tokens cannot post as the app");
    }
    if (!appToken.value().startsWith("xapp-")) {
      throw new IllegalArgumentException(
          "app-token is no app-level token; those begin with xapp-, and only they open a socket");
    }
    if (!api.getPath().endsWith("/")) {
      throw new IllegalArgumentException("api has to end with a slash");
    }
  }
}
