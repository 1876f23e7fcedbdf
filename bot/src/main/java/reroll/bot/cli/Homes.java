package reroll.bot.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import reroll.bot.words.FileTrouble;
import reroll.connectors.Connectors;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.chat.ChatHome;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;

/**
 * What archives and chats may use of this process: a folder for their copies, and the web under the
 * name of this installation.
 */
final class Homes implements AutoCloseable {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path folder;
  private final Clock clock;
  private final Http http;

  private Homes(Path folder, Clock clock, String installation) {
    this.folder = folder;
    this.clock = clock;
    this.http =
        new Http(
            "reroll/" + ProgramVersion.number() + "+" + installation, Pace.of(Pace.POLITE, clock));
  }

  /**
   * Under a folder that outlives the process. The installation gets a name there on its first run:
   * kernel.org asks for one, to tell known readers from robots.
   */
  static Homes in(Path folder, Clock clock) throws IOException {
    try {
      return new Homes(folder, clock, installation(folder));
    } catch (IOException e) {
      throw new IOException(
          "the state folder " + folder + " cannot be used: " + FileTrouble.of(e), e);
    }
  }

  private static String installation(Path folder) throws IOException {
    Path file = folder.resolve("installation");
    Files.createDirectories(folder);
    Optional<String> known = read(file);
    if (known.isEmpty()) {
      String made = UUID.randomUUID().toString();
      Files.writeString(file, made + "\n");
      return made;
    }
    return known.get();
  }

  /** For archives on this machine, which leave nothing behind. */
  static Homes forOneLook(Clock clock) {
    return new Homes(cacheFolder(), clock, UUID.randomUUID().toString());
  }

  /** Where copies lie that any run may throw away (XDG Base Directory Specification). */
  static Path cacheFolder() {
    String given = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse("");
    Path caches =
        given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
    return caches.resolve("reroll");
  }

  private static Optional<String> read(Path file) throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8).strip();
      return UUID_FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    } catch (NoSuchFileException | CharacterCodingException none) {
      return Optional.empty();
    }
  }

  /** A public-inbox that is asked for single mails and threads. */
  ArchiveLookup lookup(URI url) {
    return Connectors.lookup(url, http, clock);
  }

  /** For the archive of one list. */
  ArchiveHome of(String list, Optional<Instant> start) {
    return new ArchiveHome(folder.resolve("archives").resolve(list), start, http, clock);
  }

  /** For one chat. */
  ChatHome ofChat(String name) {
    return new ChatHome(folder.resolve("chats").resolve(name), http, clock);
  }

  @Override
  public void close() {
    http.close();
  }
}
