package reroll.bot.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import reroll.connectors.port.Secret;

/**
 * Fetches secrets from where the file says they are. Quotes nothing of what stands there: the
 * secret itself may have been put in the place of a name.
 */
final class Secrets {
  private static final int MAX_BYTES = 64 << 10;
  private static final String VARIABLE = "the environment variable named here";

  private final Path folder;
  private final References environment;

  Secrets(Path folder, References environment) {
    this.folder = folder;
    this.environment = environment;
  }

  Secret read(Entry entry) throws BadValue {
    BadValue wrongForm =
        new BadValue(
            "a secret does not stand in this file; write "
                + entry.key()
                + ": ${NAME}, "
                + entry.key()
                + ": {env: NAME} or "
                + entry.key()
                + ": {file: PATH}");
    if (scalar(entry.node()).filter(References::isOne).isPresent()) {
      return secret(environment.resolve(entry.text()), VARIABLE);
    }
    if (!(entry.node() instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
      throw wrongForm;
    }
    NodeTuple only = mapping.getValue().get(0);
    String place = scalar(only.getKeyNode()).orElseThrow(() -> wrongForm);
    String name = scalar(only.getValueNode()).orElseThrow(() -> wrongForm);
    return switch (place) {
      case "env" -> fromEnvironment(name);
      case "file" -> fromFile(name);
      default -> throw wrongForm;
    };
  }

  private static Optional<String> scalar(Object node) {
    return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  private Secret fromEnvironment(String name) throws BadValue {
    return secret(environment.named(name), VARIABLE);
  }

  private Secret fromFile(String name) throws BadValue {
    try {
      return secret(
          SmallFile.read(folder.resolve(name), MAX_BYTES).stripTrailing(), "the file named here");
    } catch (InvalidPathException e) {
      throw new BadValue("what is named here is not a path");
    } catch (SmallFile.Unreadable e) {
      throw new BadValue("the file named here cannot be used: " + e.getMessage());
    }
  }

  private static Secret secret(String value, String place) throws BadValue {
    if (value.isBlank()) {
      throw new BadValue(place + " is empty");
    }
    if (value.lines().count() > 1) {
      throw new BadValue(place + " holds more than one line");
    }
    return new Secret(value);
  }
}
