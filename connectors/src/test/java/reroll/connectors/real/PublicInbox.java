package reroll.connectors.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real public-inbox in a folder of the test. Used by one thread. */
public final class PublicInbox implements AutoCloseable {
  private final Path folder;
  private final int httpPort = freePort();
  private final int imapPort = freePort();

  private PublicInbox(Path folder) {
    this.folder = folder.resolve("public-inbox");
  }

  /** With both servers running and no list so far. */
  public static PublicInbox startedIn(Path folder) {
    PublicInbox inbox = new PublicInbox(folder);
    inbox.run("", "new");
    inbox.startHttp();
    inbox.startImap();
    return inbox;
  }

  public void startHttp() {
    run("", "httpd", Integer.toString(httpPort));
  }

  public void stopHttp() {
    run("", "stop", "httpd");
  }

  public void startImap() {
    run("", "imapd", Integer.toString(imapPort));
  }

  public void stopImap() {
    run("", "stop", "imapd");
  }

  /** Makes a list; its newsgroup is {@code org.example.lists.NAME}. */
  public void addList(String name, String... initOptions) {
    List<String> arguments = new ArrayList<>(List.of("list", name, Integer.toString(httpPort)));
    arguments.addAll(List.of(initOptions));
    run("", arguments.toArray(new String[0]));
  }

  /** Adds mails in their order; returns when readers can see them. */
  public void deliver(String list, String... mails) {
    StringBuilder mbox = new StringBuilder();
    for (String mail : mails) {
      mbox.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n")
          .append(mail.replaceAll("(?m)^(>*From )", ">$1"))
          .append(mail.endsWith("\n") ? "\n" : "\n\n");
    }
    run(mbox.toString(), "deliver", list);
  }

  /** Takes a mail out of all lists; its history stays. */
  public void remove(String mail) {
    run(mail, "remove");
  }

  /** Takes a mail out of the history of a list, which is rewritten. */
  public void purge(String list, String mail) {
    run(mail, "purge", list);
  }

  /** Makes the index over all lists, which is served as {@code all}, or brings it up to date. */
  public void indexAll() {
    run("", "all", Integer.toString(httpPort));
  }

  /** Where a list is served, with a slash at the end. */
  public URI url(String list) {
    return URI.create("http://127.0.0.1:" + httpPort + "/" + list + "/");
  }

  public int httpPort() {
    return httpPort;
  }

  public int imapPort() {
    return imapPort;
  }

  /** The folder of a list, with {@code git/0.git} in it. */
  public Path inboxOf(String list) {
    return folder.resolve("inbox").resolve(list);
  }

  private void run(String input, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(script().toString(), folder.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(folder);
      Path in = Files.writeString(folder.resolve("input"), input, StandardCharsets.UTF_8);
      Path out = folder.resolve("output");
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
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

  /** Tests run in the folder of their module. */
  private static Path script() {
    return Path.of("..", ".ci", "servers", "public-inbox").toAbsolutePath().normalize();
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
    for (String server : List.of("httpd", "imapd")) {
      if (Files.exists(folder.resolve(server + ".pid"))) {
        run("", "stop", server);
      }
    }
  }
}
