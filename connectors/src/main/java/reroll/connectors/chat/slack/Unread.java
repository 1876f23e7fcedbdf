package reroll.connectors.chat.slack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Envelopes that had to be confirmed before what they hold was safe: Slack will not deliver them
 * again, so they are kept until it is, also beyond the end of the process. One small file each, for
 * the eyes of its owner alone. Thread-safe.
 */
final class Unread {
  private static final Logger log = LoggerFactory.getLogger(Unread.class);

  /** As many as can wait to be read. */
  static final int MOST = Inlet.MOST_WAITING;

  private final Path folder;

  /** By the envelope's id. Guarded by this, as all below. */
  private final Map<String, Path> kept = new HashMap<>();

  private long last;

  Unread(Path folder) {
    this.folder = folder;
  }

  /** Keeps one; false where that cannot be, so that it must not be confirmed. */
  synchronized boolean keep(Envelope envelope) {
    if (kept.containsKey(envelope.id()) || kept.size() >= MOST) {
      return kept.containsKey(envelope.id());
    }
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(String.format("%016d", ++last));
      Path fresh = folder.resolve("new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, withoutToken(envelope));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      kept.put(envelope.id(), file);
      return true;
    } catch (IOException e) {
      log.warn("Slack: what was said cannot be kept, and comes again: {}", e.getMessage());
      return false;
    }
  }

  /** Slack's old proof of who it is has no use here. */
  private static String withoutToken(Envelope envelope) {
    ObjectNode body = (ObjectNode) envelope.body().deepCopy();
    if (body.path("payload") instanceof ObjectNode payload) {
      payload.remove("token");
    }
    return body.toString();
  }

  /** Lets go of one, if it was kept. */
  synchronized void drop(Envelope envelope) {
    Path file = kept.remove(envelope.id());
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      log.warn("Slack: what was read already is read again at the next start: {}", e.getMessage());
    }
  }

  /** What an earlier process kept and did not come to read, the oldest first. */
  synchronized List<Envelope> fromBefore() {
    List<Envelope> all = new ArrayList<>();
    for (Path file : files()) {
      last = Math.max(last, Long.parseLong(file.getFileName().toString()));
      read(file)
          .ifPresent(
              envelope -> {
                kept.put(envelope.id(), file);
                all.add(envelope);
              });
    }
    return all;
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().matches("\\d{16}")).sorted().toList();
    } catch (IOException e) {
      log.warn("Slack: what was said before I ended cannot be read: {}", e.getMessage());
      return List.of();
    }
  }

  private static Optional<Envelope> read(Path file) {
    try {
      return Envelope.parse(Files.readString(file));
    } catch (IOException e) {
      log.warn("Slack: something that was said before I ended is lost: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
