package reroll.bot.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import reroll.connectors.Connectors;

/** Reads the configuration file and checks all of it. */
public final class ConfigLoader {
  /** A list takes some 150 bytes. */
  private static final int MAX_BYTES = 1 << 20;

  private ConfigLoader() {}

  /**
   * Reads a file, and the secrets and variables it names.
   *
   * @param environment the variables that it may name
   * @throws ConfigProblems if anything is wrong; it tells all that is
   */
  public static BotConfig load(Path file, Map<String, String> environment) throws ConfigProblems {
    return load(file, environment, new KnownKinds(Connectors.ARCHIVES, Connectors.CHATS));
  }

  static BotConfig load(Path file, Map<String, String> environment, KnownKinds kinds)
      throws ConfigProblems {
    Problems problems = new Problems(file);
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    References references = new References(environment);
    RecordBinder binder =
        new RecordBinder(new Values(folder), new Secrets(folder, references), references, problems);
    Optional<BotConfig> config =
        open(file, problems).flatMap(root -> new ConfigReader(binder, kinds, problems).read(root));
    if (!problems.isEmpty()) {
      throw problems.toException();
    }
    return config.orElseThrow();
  }

  private static Optional<Section> open(Path file, Problems problems) {
    String text;
    try {
      text = SmallFile.read(file, MAX_BYTES);
    } catch (SmallFile.Unreadable e) {
      problems.add(e.line(), e.getMessage());
      return Optional.empty();
    }
    Optional<Node> tree = YamlTree.of(text, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Optional<Entry> root = tree.map(node -> new Entry("", "the file", 1, node));
    if (root.isEmpty() || root.get().isBlank()) {
      problems.add("the file is empty; it needs at least the keys state and lists");
      return Optional.empty();
    }
    return Section.of(root.get(), "keys such as state: ./state", problems);
  }
}
