package reroll.connectors.chat.slack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reroll.connectors.port.ConnectorException;

/**
 * Notes where and when each post was sent for the first time, before it is sent: a post that may be
 * there is looked for in that place, from that time on. One small file a post; the newest are kept.
 * Thread-safe.
 */
final class Attempts {
  /** Posts of a channel go out one after the other; so many are never in doubt. */
  static final int KEPT = 40;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  /**
   * The first sending of a post.
   *
   * @param thread where, as the port names it
   */
  record Attempt(Optional<String> thread, Instant at) {}

  private final Path folder;

  Attempts(Path folder) {
    this.folder = folder;
  }

  /** Notes that a post may be there from now on; what was noted of it before stays. */
  synchronized void begin(String channel, String key, Attempt attempt) throws ConnectorException {
    Path file = file(channel, key);
    try {
      if (Files.exists(file)) {
        return;
      }
      Files.createDirectories(file.getParent());
      Path written = file.resolveSibling("." + file.getFileName());
      Files.writeString(written, attempt.at() + "\n" + attempt.thread().orElse("") + "\n");
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      prune(file.getParent());
    } catch (IOException e) {
      throw ConnectorException.notSent("cannot note what is being sent: " + e.getMessage(), e);
    }
  }

  /** Empty where a post was never sent, or is forgotten. */
  synchronized Optional<Attempt> find(String channel, String key) throws ConnectorException {
    try {
      Path file = file(channel, key);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return Optional.of(
          new Attempt(
              Optional.of(lines.get(1)).filter(thread -> !thread.isEmpty()),
              Instant.parse(lines.get(0))));
    } catch (IOException | DateTimeException | IndexOutOfBoundsException e) {
      throw ConnectorException.notSent("cannot read what was being sent: " + e.getMessage(), e);
    }
  }

  /** Notes that a post is surely not there. */
  synchronized void forget(String channel, String key) throws ConnectorException {
    try {
      Files.deleteIfExists(file(channel, key));
    } catch (IOException e) {
      throw ConnectorException.notSent("cannot note what was not sent: " + e.getMessage(), e);
    }
  }

  private Path file(String channel, String key) throws ConnectorException {
    if (!NAME.matcher(channel).matches() || !NAME.matcher(key).matches()) {
      throw ConnectorException.rejected("no channel of Slack: " + channel);
    }
    return folder.resolve(channel).resolve("k" + key);
  }

  private static void prune(Path channel) throws IOException {
    try (Stream<Path> files = Files.list(channel)) {
      List<Path> all = files.toList();
      if (all.size() <= 2 * KEPT) {
        return;
      }
      List<Path> oldestFirst = all.stream().sorted(Comparator.comparing(Attempts::time)).toList();
      for (Path old : oldestFirst.subList(0, all.size() - KEPT)) {
        Files.deleteIfExists(old);
      }
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
