package reroll.bot.config;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.connectors.Connectors;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.port.Secret;
import reroll.connectors.port.Setting;

/**
 * A configuration file to begin with, in which every key stands and is explained, in the settings'
 * own words; those that may be left out are comments. One use.
 */
public final class ConfigSample {
  private static final String GIT = "git";

  /**
   * What the person wants.
   *
   * @param state the folder, as it is to stand there
   * @param list its short name
   * @param inbox the public-inbox that has the list
   * @param chat a kind of chat; empty for the terminal
   */
  public record Wanted(String state, ZoneId zone, String list, URI inbox, Optional<String> chat) {}

  private final StringBuilder text = new StringBuilder();

  private ConfigSample() {}

  /** The kinds of chats that there are. */
  public static List<String> chats() {
    return Connectors.CHATS.stream().map(kind -> kind.type()).toList();
  }

  /** The file's text. */
  public static String of(Wanted wanted) {
    ConfigSample sample = new ConfigSample();
    sample.line("", "# What Reroll reads and where it talks. \"reroll check --config FILE\" says");
    sample.line("", "# whether it is right; \"reroll run --config FILE\" runs it.");
    sample.line("", "");
    sample.keys(
        "", GeneralKeys.class, Map.of("state", wanted.state(), "zone", wanted.zone().getId()));
    sample.line("", "# Tells health and figures over HTTP, on this machine alone.");
    sample.line("", "# monitor: {port: 9464}");
    sample.list(wanted);
    wanted.chat().ifPresent(sample::chat);
    return sample.text.toString();
  }

  private void list(Wanted wanted) {
    line("", "");
    line("", "# The mailing lists. Another one is another name with its keys.");
    line("", "lists:");
    line("  ", wanted.list() + ":");
    keys("    ", ListKeys.class, Map.of("web", wanted.inbox().toString()));
    line("    ", "archive:");
    line("      ", "type: " + GIT);
    line("      ", "url: " + wanted.inbox());
  }

  private void chat(String type) {
    ChatPlatform.Factory<?> kind =
        Connectors.CHATS.stream()
            .filter(each -> each.type().equals(type))
            .findFirst()
            .orElseThrow();
    line("", "");
    line("", "# Where it talks. Without this part it talks in the terminal.");
    line("", "chats:");
    line("  ", type + ":");
    line("    ", "type: " + type);
    keys("    ", kind.settings(), firstSecret(kind.settings()));
  }

  /** Where no secret must stand there one of them has to, all the same. */
  private static Map<String, String> firstSecret(Class<? extends Record> settings) {
    for (RecordComponent component : settings.getRecordComponents()) {
      if (RecordBinder.typeOf(component) == Secret.class) {
        return Map.of(RecordBinder.keyOf(component), settingOf(component).sample());
      }
    }
    return Map.of();
  }

  /**
   * All keys of a section.
   *
   * @param given values for some of them
   */
  private void keys(String indent, Class<? extends Record> settings, Map<String, String> given) {
    for (RecordComponent component : settings.getRecordComponents()) {
      String key = RecordBinder.keyOf(component);
      Setting setting = settingOf(component);
      boolean optional = component.getType() == Optional.class || !setting.fallback().isEmpty();
      String value = setting.fallback().isEmpty() ? setting.sample() : setting.fallback();
      line(indent, "# " + setting.value());
      line(
          indent,
          (optional && !given.containsKey(key) ? "# " : "")
              + key
              + ": "
              + given.getOrDefault(key, value));
    }
  }

  private static Setting settingOf(RecordComponent component) {
    return component.getAnnotation(Setting.class);
  }

  private void line(String indent, String words) {
    text.append(words.isEmpty() ? "" : indent + words).append('\n');
  }
}
