package reroll.connectors.archive.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A real Dovecot with one maildir. Used by one thread. */
final class Dovecot implements AutoCloseable {
  static final String USER = "reroll";
  static final String PASSWORD = "sesame";

  private final Path folder;
  private final int port = freePort();
  private final int tlsPort = freePort();
  private final TestKey key;
  private boolean running;
  private int delivered;

  private Dovecot(Path folder, TestKey key) {
    this.folder = folder.resolve("dovecot");
    this.key = key;
  }

  static Dovecot startedIn(Path folder, TestKey key) throws Exception {
    Dovecot dovecot = new Dovecot(folder, key);
    Files.createDirectories(dovecot.folder);
    dovecot.start();
    return dovecot;
  }

  void start() {
    run(
        "start",
        Integer.toString(port),
        Integer.toString(tlsPort),
        key.certificate().toString(),
        key.keyFile().toString());
    running = true;
  }

  void stop() {
    run("stop");
    running = false;
  }

  /** As a mail server does: written aside, moved to its place. */
  void deliver(String mail) throws IOException {
    String name = "%d.M%06dP1.list".formatted(1_772_445_600 + delivered, ++delivered);
    Path written = folder.resolve("mail/reroll/tmp").resolve(name);
    Files.writeString(written, mail, StandardCharsets.ISO_8859_1);
    Files.move(
        written, folder.resolve("mail/reroll/new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives INBOX another UIDVALIDITY; not within a second of the last. */
  void rebuild() {
    run("rebuild");
  }

  void expunge(String header, String text) {
    run("expunge", header, text);
  }

  /** The mails' files, whose names hold their flags. */
  List<String> files() throws IOException {
    List<String> names = new ArrayList<>();
    for (String part : List.of("new", "cur")) {
      try (var files = Files.list(folder.resolve("mail/reroll").resolve(part))) {
        files.forEach(file -> names.add(file.getFileName().toString()));
      }
    }
    return names;
  }

  /** In the clear. */
  ImapSettings settings() {
    return TestSettings.withPassword(TestSettings.anonymous(port, "INBOX"), USER, PASSWORD);
  }

  ImapSettings startTls() {
    return TestSettings.secured(settings(), "localhost", "starttls", key.certificate());
  }

  ImapSettings tls() {
    return TestSettings.secured(
        TestSettings.withPassword(TestSettings.anonymous(tlsPort, "INBOX"), USER, PASSWORD),
        "localhost",
        "tls",
        key.certificate());
  }

  private void run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of("..", ".ci", "servers", "dovecot").toAbsolutePath().normalize().toString());
    command.add(folder.toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("output");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed: " + Files.readString(out));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (running) {
      stop();
    }
    run("remove");
  }
}
