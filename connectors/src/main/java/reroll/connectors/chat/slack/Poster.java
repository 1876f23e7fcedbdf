package reroll.connectors.chat.slack;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.chat.slack.Attempts.Attempt;
import reroll.connectors.port.ConnectorException;
import tools.jackson.databind.JsonNode;

/**
 * Posts, and finds what it posted. A post that takes several messages has the further ones, and its
 * file, in the thread. Thread-safe.
 */
final class Poster {
  private static final Logger log = LoggerFactory.getLogger(Poster.class);

  /** Posts that broke off in the middle; the one who sends them again asks first. */
  private static final int REMEMBERED = 1_000;

  private final Line line;
  private final ChannelPace pace;
  private final Attempts attempts;
  private final Search search;
  private final Uploads uploads;
  private final Clock clock;

  /** What is there of posts that are not all there, by key. */
  private final Memory<Found> begun = new Memory<>(REMEMBERED);

  Poster(
      Line line, ChannelPace pace, Attempts attempts, Search search, Uploads uploads, Clock clock) {
    this.line = line;
    this.pace = pace;
    this.attempts = attempts;
    this.search = search;
    this.uploads = uploads;
    this.clock = clock;
  }

  /** Posts in a channel or thread; returns the name of the first message. */
  String send(Outgoing post, Optional<String> thread) throws ConnectorException {
    Messages messages = Messages.of(post.text());
    Found found = begun.get(post.key()).orElse(Found.NOTHING);
    Optional<String> file = found.file();
    if (file.isEmpty() && post.file().isPresent()) {
      file = Optional.of(uploads.bring(post.file().get()));
    }
    attempts.begin(post.channel(), post.key(), new Attempt(post.thread(), clock.instant()));
    String root = found.first().orElse("");
    for (int part = 1; part <= messages.parts().size(); part++) {
      if (!found.has(part)) {
        Label label = new Label(post.key(), part, messages.parts().size(), file);
        Optional<String> below = part == 1 ? thread : thread.or(optional(root));
        String name = message(post.channel(), below, messages, label);
        root = part == 1 ? name : root;
      }
    }
    if (file.isPresent()) {
      uploads.share(file.get(), post.channel(), thread.orElse(root));
    }
    begun.remove(post.key());
    return root;
  }

  private static Supplier<Optional<String>> optional(String root) {
    return () -> Optional.of(root).filter(name -> !name.isEmpty());
  }

  private String message(String channel, Optional<String> thread, Messages messages, Label label)
      throws ConnectorException {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", channel);
    arguments.put("text", messages.text());
    arguments.put("blocks", messages.parts().get(label.part() - 1).toString());
    arguments.put("metadata", label.json().toString());
    arguments.put("unfurl_links", "false");
    arguments.put("unfurl_media", "false");
    thread.ifPresent(root -> arguments.put("thread_ts", root));
    pace.await(channel);
    try {
      return Json.text(post(channel, arguments), "ts");
    } finally {
      pace.arrived(channel);
    }
  }

  /** Slack says no to a form or a place that it does not know; a plainer one is asked for then. */
  private JsonNode post(String channel, Map<String, String> arguments) throws ConnectorException {
    Reply reply = line.api().ask(ApiMethod.POST_MESSAGE, arguments);
    if (Refusals.isOfThread(reply.error())) {
      arguments.remove("thread_ts");
      reply = line.api().ask(ApiMethod.POST_MESSAGE, arguments);
    }
    if (Refusals.isOfForm(reply.error())) {
      log.error("Slack: blocks are refused, please report it: {}", reply.detail());
      PlainText.insteadOfBlocks(arguments);
      reply = line.api().ask(ApiMethod.POST_MESSAGE, arguments);
    }
    note(channel, reply);
    return reply.orThrow(line.troubles());
  }

  private void note(String channel, Reply reply) {
    if (reply.isOk()) {
      line.troubles().end(Troubles.channel(channel));
    } else if (Refusals.isOfChannel(reply.error())) {
      line.troubles()
          .begin(
              Troubles.channel(channel),
              "I cannot post in " + channel + ": " + Refusals.advice(reply.error()));
    }
  }

  /** The first message of a post that is there whole; what is missing of its file is added. */
  Optional<String> find(String channel, String key) throws ConnectorException {
    Found found = search.find(channel, key, attempts.find(channel, key));
    begun.remove(key);
    if (!found.isWhole()) {
      begun.put(key, found);
      return Optional.empty();
    }
    if (found.file().isPresent()) {
      uploads.shareOnce(found.file().get(), channel, found.root());
    }
    return found.first();
  }

  /** Changes a message in place; what does not fit in one is left out. */
  void edit(String name, Outgoing post) throws ConnectorException {
    Messages messages = Messages.of(post.text());
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", post.channel());
    arguments.put("ts", name);
    arguments.put("text", messages.text());
    arguments.put("blocks", messages.onlyFirst().toString());
    Reply reply = line.api().ask(ApiMethod.UPDATE, arguments);
    if (Refusals.isOfForm(reply.error())) {
      log.error("Slack: blocks are refused, please report it: {}", reply.detail());
      PlainText.insteadOfBlocks(arguments);
      arguments.put("blocks", "[]");
      reply = line.api().ask(ApiMethod.UPDATE, arguments);
    }
    note(post.channel(), reply);
    reply.orThrow(line.troubles());
  }
}
