package reroll.connectors.archive.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import reroll.connectors.real.ServerScript;

/** A real Dovecot with one maildir. Used by one thread. */
public final class Dovecot implements AutoCloseable {
  public static final String USER = "reroll";
  public static final String PASSWORD = "sesame";

  private final Path folder;
  private final ServerScript script;
  private final int port = ServerScript.freePort();
  private final int tlsPort = ServerScript.freePort();
  private final TestKey key;
  private boolean running;
  private int delivered;

  private Dovecot(Path folder, TestKey key) {
    this.folder = folder.resolve("dovecot");
    this.script = new ServerScript("dovecot", this.folder);
    this.key = key;
  }

  /** With a key that is good. */
  public static Dovecot startedIn(Path folder) throws Exception {
    return startedIn(folder, TestKey.good(folder));
  }

  static Dovecot startedIn(Path folder, TestKey key) throws Exception {
    Dovecot dovecot = new Dovecot(folder, key);
    Files.createDirectories(dovecot.folder);
    dovecot.start();
    return dovecot;
  }

  public void start() {
    script.run(
        "start",
        Integer.toString(port),
        Integer.toString(tlsPort),
        key.certificate().toString(),
        key.keyFile().toString());
    running = true;
  }

  public void stop() {
    script.run("stop");
    running = false;
  }

  /** As a mail server does: written aside, moved to its place. */
  public void deliver(String mail) throws IOException {
    String name = "%d.M%06dP1.list".formatted(1_772_445_600 + delivered, ++delivered);
    Path written = folder.resolve("mail/reroll/tmp").resolve(name);
    Files.writeString(written, mail, StandardCharsets.ISO_8859_1);
    Files.move(
        written, folder.resolve("mail/reroll/new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives INBOX another UIDVALIDITY; not within a second of the last. */
  public void rebuild() {
    script.run("rebuild");
  }

  public void expunge(String header, String text) {
    script.run("expunge", header, text);
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

  /** Where it speaks in the clear. */
  public int port() {
    return port;
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

  @Override
  public void close() {
    if (running) {
      stop();
    }
    script.run("remove");
  }
}
