package reroll.connectors.archive.imap;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.port.ConnectorException;

/** A mailbox in GreenMail, which runs in this process. Used by one thread. */
public final class GreenMailLab implements ArchiveLab {
  static final String USER = "reroll";
  static final String PASSWORD = "open sesame";

  private final Path folder;
  private final GreenMail server;
  private final GreenMailUser user;

  /** With IMAP in the clear. */
  public GreenMailLab(Path folder) throws UserException {
    this(folder, ServerSetup.PROTOCOL_IMAP);
  }

  GreenMailLab(Path folder, String protocol) throws UserException {
    this.folder = folder;
    this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    this.user = server.getUserManager().createUser(USER + "@example.org", USER, PASSWORD);
  }

  @Override
  public String type() {
    return "imap";
  }

  @Override
  public void deliver(String mail) throws MessagingException, FolderException {
    deliver(mail, Instant.now());
  }

  void deliver(String mail, Instant arrived) throws MessagingException, FolderException {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    MimeMessage message =
        new MimeMessage(
            jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    inbox().appendMessage(message, new Flags(), Date.from(arrived));
  }

  /** GreenMail counts the body alone, without its last line end. */
  @Override
  public long sizeOf(String mail) {
    String sent = mail.replace("\n", "\r\n");
    return sent.substring(sent.indexOf("\r\n\r\n") + 4).stripTrailing().length();
  }

  MailFolder inbox() throws FolderException {
    ImapHostManager mailboxes = server.getManagers().getImapHostManager();
    return mailboxes.getInbox(user);
  }

  ImapSettings settings() {
    int port = (server.getImap() == null ? server.getImaps() : server.getImap()).getPort();
    return TestSettings.withPassword(TestSettings.anonymous(port, "INBOX"), USER, PASSWORD);
  }

  @Override
  public ArchiveSource open() throws ConnectorException {
    return open(settings());
  }

  ArchiveSource open(ImapSettings settings) throws ConnectorException {
    return new ImapFactory().open(settings, TestHome.beside(folder.resolve("mailbox")));
  }

  /** For a first reading that begins there. */
  ArchiveSource openSince(Instant start, ImapSettings settings) throws ConnectorException {
    ArchiveHome home = TestHome.beside(folder.resolve("mailbox"));
    return new ImapFactory()
        .open(
            settings,
            new ArchiveHome(home.folder(), Optional.of(start), home.http(), home.clock()));
  }

  void stop() {
    server.stop();
  }

  @Override
  public void close() {
    server.stop();
  }
}
