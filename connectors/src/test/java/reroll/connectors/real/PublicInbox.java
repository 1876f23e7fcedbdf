package reroll.connectors.real;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real public-inbox in a folder of the test. Used by one thread. */
public final class PublicInbox implements AutoCloseable {
  private final Path folder;
  private final ServerScript script;
  private final int httpPort = ServerScript.freePort();
  private final int imapPort = ServerScript.freePort();

  private PublicInbox(Path folder) {
    this.folder = folder.resolve("public-inbox");
    this.script = new ServerScript("public-inbox", this.folder);
  }

  /** With both servers running and no list so far. */
  public static PublicInbox startedIn(Path folder) {
    PublicInbox inbox = new PublicInbox(folder);
    inbox.script.run("new");
    inbox.startHttp();
    inbox.startImap();
    return inbox;
  }

  public void startHttp() {
    script.run("httpd", Integer.toString(httpPort));
  }

  public void stopHttp() {
    script.run("stop", "httpd");
  }

  public void startImap() {
    script.run("imapd", Integer.toString(imapPort));
  }

  public void stopImap() {
    script.run("stop", "imapd");
  }

  /** Makes a list; its newsgroup is {@code org.example.lists.NAME}. */
  public void addList(String name, String... initOptions) {
    List<String> arguments = new ArrayList<>(List.of("list", name, Integer.toString(httpPort)));
    arguments.addAll(List.of(initOptions));
    script.run(arguments.toArray(new String[0]));
  }

  /** Adds mails in their order; returns when readers can see them. */
  public void deliver(String list, String... mails) {
    StringBuilder mbox = new StringBuilder();
    for (String mail : mails) {
      mbox.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n")
          .append(mail.replaceAll("(?m)^(>*From )", ">$1"))
          .append(mail.endsWith("\n") ? "\n" : "\n\n");
    }
    script.runWith(mbox.toString(), "deliver", list);
  }

  /** Takes a mail out of all lists; its history stays. */
  public void remove(String mail) {
    script.runWith(mail, "remove");
  }

  /** Takes a mail out of the history of a list, which is rewritten. */
  public void purge(String list, String mail) {
    script.runWith(mail, "purge", list);
  }

  /** Makes the index over all lists, which is served as {@code all}, or brings it up to date. */
  public void indexAll() {
    script.run("all", Integer.toString(httpPort));
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

  @Override
  public void close() {
    for (String server : List.of("httpd", "imapd")) {
      if (Files.exists(folder.resolve(server + ".pid"))) {
        script.run("stop", server);
      }
    }
  }
}
