package reroll.connectors.chat.slack.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A message as Slack shows it: what people read, whom it pings, where its links lead.
 *
 * @param pings people, groups and whole channels that were called
 * @param links address and label
 */
public record Shown(String text, List<String> pings, List<Link> links) {
  /** A link that can be pressed. */
  public record Link(String url, String label) {}

  private static final Pattern ANGLES = Pattern.compile("<([^<>]+)>");

  /** Shows blocks, and the text for notifications, in which a mention calls people all the same. */
  static Shown of(JsonNode message) {
    Shown shown = new Shown("", new ArrayList<>(), new ArrayList<>());
    StringBuilder out = new StringBuilder();
    String fallback = shown.mrkdwn(Js.text(message, "text"));
    JsonNode blocks = message.path("blocks");
    if (blocks.isEmpty()) {
      out.append(fallback);
    }
    for (JsonNode block : blocks) {
      shown.walk(block, out);
      out.append('\n');
    }
    return new Shown(out.toString().strip(), shown.pings(), shown.links());
  }

  private void walk(JsonNode node, StringBuilder out) {
    switch (Js.text(node, "type")) {
      case "mrkdwn" -> out.append(mrkdwn(Js.text(node, "text")));
      case "plain_text", "text" -> out.append(Js.text(node, "text"));
      case "link" -> {
        links.add(new Link(Js.text(node, "url"), Js.text(node, "text")));
        out.append(Js.text(node, "text"));
      }
      case "user" -> pings.add("@" + Js.text(node, "user_id"));
      case "usergroup" -> pings.add("@" + Js.text(node, "usergroup_id"));
      case "broadcast" -> pings.add("!" + Js.text(node, "range"));
      default -> inside(node, out);
    }
  }

  private void inside(JsonNode node, StringBuilder out) {
    if (node.path("text").isObject()) {
      walk(node.path("text"), out);
    }
    for (JsonNode element : node.path("elements")) {
      walk(element, out);
      if (Js.text(element, "type").startsWith("rich_text") || element.has("action_id")) {
        out.append('\n');
      }
    }
  }

  /** Slack's markup: angles are mentions and links, entities are characters. */
  private String mrkdwn(String text) {
    Matcher angles = ANGLES.matcher(text);
    StringBuilder out = new StringBuilder();
    while (angles.find()) {
      String[] parts = angles.group(1).split("\\|", 2);
      String label = parts.length > 1 ? parts[1] : parts[0];
      char first = parts[0].charAt(0);
      if (first == '@' || first == '!') {
        pings.add(parts[0]);
      } else if (first != '#') {
        links.add(new Link(parts[0], label));
      }
      angles.appendReplacement(out, Matcher.quoteReplacement(label));
    }
    angles.appendTail(out);
    return out.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
