package reroll.connectors.chat.slack;

import java.util.List;
import java.util.stream.Collectors;
import reroll.connectors.chat.Look;
import reroll.templates.text.RichText;
import tools.jackson.databind.node.ArrayNode;

/** The blocks of a message as Slack takes them, and much as it shows them. Stateless. */
final class SlackLook implements Look {
  @Override
  public String chat() {
    return "slack";
  }

  @Override
  public List<Sheet> draw(RichText text) {
    List<ArrayNode> parts = Messages.of(text).parts();
    return List.of(
        new Sheet(
            "json",
            parts.stream().map(ArrayNode::toPrettyString).collect(Collectors.joining("\n")) + "\n"),
        new Sheet("html", parts.stream().map(BlockPage::of).collect(Collectors.joining("<hr>"))));
  }
}
