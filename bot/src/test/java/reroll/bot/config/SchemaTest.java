package reroll.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.role.Right;
import reroll.bot.role.Role;
import reroll.connectors.Connectors;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.port.Secret;
import reroll.connectors.port.Setting;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors use says what the file's readers take, and in their words. */
class SchemaTest {
  /** Of a variable of the environment, which any value may hold. */
  private static final String REFERENCE = "\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}";

  private static final Path PUBLISHED = Path.of("../docs/reroll.schema.json");

  @Test
  void theSchemaIsThatOfTheReaders() throws Exception {
    String now =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(file())
            + "\n";
    if (System.getProperty("golden", "check").equals("rewrite")) {
      Files.writeString(PUBLISHED, now);
    }
    assertThat(PUBLISHED).as("rewrite: -Dgolden=rewrite").hasContent(now);
  }

  /** As the README shows them, which another test gives to the readers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "state",
        "zone",
        "lists",
        "groups",
        "teams",
        "maintainers",
        "tags",
        "templates",
        "chats",
        "schedules",
        "roles",
        "rights",
        "monitor",
        "log",
        "quiet"
      })
  void everySectionOfTheFileIsInTheSchema(String key) {
    assertThat(keysOf(file())).containsKey(key);
  }

  private static Map<String, Object> file() {
    Map<String, Object> schema = section(GeneralKeys.class, Map.of());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    all.put("title", "The configuration of Reroll");
    all.putAll(schema);
    Map<String, Object> keys = keysOf(all);
    keys.put("monitor", section(MonitorConfig.class, Map.of()));
    keys.put("lists", named(list()));
    keys.put("groups", named(text()));
    keys.put("teams", named(text()));
    keys.put("tags", named(text()));
    keys.put("chats", named(oneOf(Connectors.CHATS.stream().map(SchemaTest::chat).toList())));
    keys.put("schedules", named(section(ScheduleKeys.class, Map.of())));
    keys.put("roles", named(role()));
    keys.put("rights", rights());
    List<Object> required = new ArrayList<>((List<?>) all.get("required"));
    required.add("lists");
    all.put("required", required);
    return all;
  }

  private static Map<String, Object> list() {
    Map<String, Object> list = section(ListKeys.class, Map.of());
    keysOf(list)
        .put("archive", oneOf(Connectors.ARCHIVES.stream().map(SchemaTest::archive).toList()));
    list.put("required", List.of("archive"));
    return list;
  }

  private static Map<String, Object> archive(ArchiveSource.Factory<?> kind) {
    return typed(kind.type(), kind.settings());
  }

  private static Map<String, Object> chat(ChatPlatform.Factory<?> kind) {
    Map<String, Object> chat = typed(kind.type(), kind.settings());
    Map<String, Object> channel = section(ChannelKeys.class, Map.of());
    keysOf(channel).put("subscriptions", named(filters()));
    keysOf(chat).put("channels", named(channel));
    return chat;
  }

  /** One filter, or several of which each lets through what fits it. */
  private static Map<String, Object> filters() {
    return oneOf(List.of(text(), new TreeMap<>(Map.of("type", "array", "items", text()))));
  }

  private static Map<String, Object> rights() {
    Map<String, Object> rights = new TreeMap<>();
    Arrays.stream(Right.values()).forEach(right -> rights.put(right.word(), role()));
    return only(rights);
  }

  private static Map<String, Object> role() {
    return Map.of("enum", Arrays.stream(Role.values()).map(Role::word).toList());
  }

  /** A section of these keys and no others, each of which may be left out. */
  private static Map<String, Object> only(Map<String, Object> keys) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", keys);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> typed(String type, Class<? extends Record> settings) {
    return section(settings, Map.of("type", Map.of("const", type)));
  }

  /** Sections by names of people's choice. */
  private static Map<String, Object> named(Map<String, Object> each) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("minProperties", 1);
    schema.put("additionalProperties", each);
    return schema;
  }

  private static Map<String, Object> oneOf(List<Map<String, Object>> kinds) {
    return Map.of("oneOf", kinds);
  }

  private static Map<String, Object> section(
      Class<? extends Record> settings, Map<String, Object> first) {
    Map<String, Object> keys = new LinkedHashMap<>(first);
    List<String> required = new ArrayList<>(first.keySet());
    for (RecordComponent component : settings.getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      String key = RecordBinder.keyOf(component);
      keys.put(key, value(RecordBinder.typeOf(component), setting));
      if (component.getType() != Optional.class && setting.fallback().isEmpty()) {
        required.add(key);
      }
    }
    Map<String, Object> schema = only(keys);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> value(Class<?> type, Setting setting) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", setting.value());
    if (type.isEnum()) {
      List<Object> words = new ArrayList<>();
      for (Object each : type.getEnumConstants()) {
        words.add(each.toString().toLowerCase(Locale.ROOT));
      }
      schema.put("anyOf", List.of(Map.of("enum", words), Map.of("pattern", REFERENCE)));
    } else if (type == int.class || type == Integer.class) {
      schema.put("type", List.of("integer", "string"));
      schema.put("pattern", REFERENCE);
      addLimit(schema, "minimum", setting.least());
      addLimit(schema, "maximum", setting.most());
    } else if (type == boolean.class || type == Boolean.class) {
      schema.put("type", List.of("boolean", "string"));
      schema.put("pattern", REFERENCE);
    } else if (type == Secret.class) {
      schema.putAll(secret());
    } else {
      schema.put("type", "string");
      pattern(type).ifPresent(pattern -> schema.put("pattern", pattern));
      schema.put("examples", List.of(setting.sample().replaceAll("^\"|\"$", "")));
    }
    if (!setting.fallback().isEmpty()) {
      schema.put(
          "default",
          type == int.class ? (Object) Integer.valueOf(setting.fallback()) : setting.fallback());
    }
    return schema;
  }

  private static void addLimit(Map<String, Object> schema, String key, String limit) {
    if (!limit.isEmpty()) {
      schema.put(key, Integer.valueOf(limit));
    }
  }

  private static Optional<String> pattern(Class<?> type) {
    if (type == Duration.class) {
      return Optional.of("^[0-9]{1,9}[smhd]$|" + REFERENCE);
    }
    return type == URI.class
        ? Optional.of("^[Hh][Tt][Tt][Pp][Ss]?://|" + REFERENCE)
        : Optional.empty();
  }

  private static Map<String, Object> secret() {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("type", "object");
    place.put("properties", new TreeMap<>(Map.of("env", text(), "file", text())));
    place.put("additionalProperties", false);
    place.put("minProperties", 1);
    place.put("maxProperties", 1);
    Map<String, Object> reference = new TreeMap<>(text());
    reference.put("pattern", "^" + REFERENCE + "$");
    return oneOf(List.of(place, reference));
  }

  private static Map<String, Object> text() {
    return Map.of("type", "string");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> keysOf(Map<String, Object> section) {
    return (Map<String, Object>) section.get("properties");
  }
}
