package reroll.bot.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import reroll.connectors.archive.imap.Dovecot;
import reroll.connectors.net.CuttingProxy;
import reroll.connectors.real.PublicInbox;

/**
 * The real servers of an {@link ExactlyOnce}, with the lines to them: public-inbox, which a bot
 * reads by git, by its pages and over IMAP, and Dovecot. Each list is read in one of these ways.
 * Used by one thread.
 */
final class TrialServers implements AutoCloseable {
  static final List<String> LISTS = List.of("viagit", "viaweb", "viaimap", "viadovecot");

  private static final String IN_DOVECOT = "viadovecot";

  /** Two rebuilt mailboxes within a second would have one UIDVALIDITY. */
  private static final long REBUILT_NANOS = 1_100_000_000;

  private final Path folder;
  private final Random random;
  private final PublicInbox inbox;
  private final Dovecot dovecot;
  private final CuttingProxy web;
  private final CuttingProxy imap;
  private final CuttingProxy mailbox;

  /** What may go wrong, each as likely as any other. */
  private final List<Fault> faults =
      List.of(
          new Fault("line cut in the middle", () -> line().cutAfter(below(30_000))),
          new Fault("connections refused", this::refuse),
          new Fault("line silent", this::hold),
          new Fault("web server restarted", this::restartHttp),
          new Fault("IMAP server restarted", this::restartImap),
          new Fault("Dovecot restarted", this::restartDovecot),
          new Fault("mailbox rebuilt", this::rebuild));

  private record Fault(String name, Runnable happening) {}

  TrialServers(Path folder, Random random) throws Exception {
    this.folder = folder;
    this.random = random;
    inbox = PublicInbox.startedIn(folder);
    dovecot = Dovecot.startedIn(folder);
    web = CuttingProxy.before(inbox.httpPort());
    imap = CuttingProxy.before(inbox.imapPort());
    mailbox = CuttingProxy.before(dovecot.port());
    LISTS.stream().filter(list -> !list.equals(IN_DOVECOT)).forEach(inbox::addList);
  }

  /** A configuration of a bot that reads all lists, each through its line. */
  String configuration() throws IOException {
    Files.writeString(folder.resolve("password"), Dovecot.PASSWORD);
    return """
    state: state
    quiet: 2s
    lists:
      viagit:
        poll: 1s
        archive: {type: git, url: "%s"}
      viaweb:
        poll: 1s
        archive: {type: web, url: "%s"}
      viaimap:
        poll: 1s
        archive:
          {type: imap, host: 127.0.0.1, port: %d, security: none, mailbox: org.example.lists.viaimap}
      viadovecot:
        poll: 1s
        archive:
          type: imap
          host: 127.0.0.1
          port: %d
          security: none
          user: %s
          password: {file: password}
          mailbox: INBOX
    """
        .formatted(
            web.through(inbox.url("viagit")),
            web.through(inbox.url("viaweb")),
            imap.port(),
            mailbox.port(),
            Dovecot.USER);
  }

  void deliver(String list, List<String> mails) {
    if (!list.equals(IN_DOVECOT)) {
      inbox.deliver(list, mails.toArray(new String[0]));
      return;
    }
    try {
      for (String mail : mails) {
        dovecot.deliver(mail);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a mail away, one way or another; tells how. */
  String remove(String list, String id, String mail) {
    if (list.equals(IN_DOVECOT)) {
      dovecot.expunge("Message-ID", id);
      return "mail expunged";
    }
    if (random.nextBoolean()) {
      inbox.remove(mail);
      return "mail removed";
    }
    inbox.purge(list, mail);
    return "mail purged, history rewritten";
  }

  /** Lets one thing go wrong, and come right again; tells what it was. */
  String fail() {
    Fault fault = faults.get(random.nextInt(faults.size()));
    fault.happening().run();
    return fault.name();
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private CuttingProxy line() {
    return List.of(web, imap, mailbox).get(random.nextInt(3));
  }

  private void refuse() {
    CuttingProxy line = line();
    line.refuse();
    pause(4_000);
    line.allow();
  }

  private void hold() {
    CuttingProxy line = line();
    line.hold();
    pause(4_000);
    line.letGo();
  }

  private void restartHttp() {
    inbox.stopHttp();
    pause(2_000);
    inbox.startHttp();
  }

  private void restartImap() {
    inbox.stopImap();
    pause(2_000);
    inbox.startImap();
  }

  private void restartDovecot() {
    dovecot.stop();
    pause(2_000);
    dovecot.start();
  }

  private void rebuild() {
    LockSupport.parkNanos(REBUILT_NANOS);
    dovecot.rebuild();
  }

  private void pause(int mostMillis) {
    LockSupport.parkNanos(below(mostMillis) * 1_000_000L);
  }

  @Override
  public void close() {
    List.of(web, imap, mailbox).forEach(CuttingProxy::close);
    dovecot.close();
    inbox.close();
  }
}
