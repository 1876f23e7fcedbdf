package reroll.connectors.archive.imap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.imap.Account.Anonymous;
import reroll.connectors.archive.imap.Account.Password;
import reroll.connectors.archive.imap.Account.Token;
import reroll.connectors.archive.imap.ImapArchive.Wanted;
import reroll.connectors.port.ConnectorException;

/** Makes an archive of what the configuration file says. */
final class ImapFactory implements ArchiveSource.Factory<ImapSettings> {
  /** A token-command may have to ask a server itself. */
  private static final Duration TOKEN_COMMAND = Duration.ofSeconds(30);

  @Override
  public String type() {
    return "imap";
  }

  @Override
  public Class<ImapSettings> settings() {
    return ImapSettings.class;
  }

  @Override
  public ArchiveSource open(ImapSettings settings, ArchiveHome home) throws ConnectorException {
    Login.Door door =
        new Login.Door(settings.host(), settings.portOrUsual(), settings.secured(), tls(settings));
    Wanted wanted =
        new Wanted(
            settings.server(),
            settings.mailbox(),
            new ListFilter(settings.listId(), settings.address()),
            home.start());
    Connection connection = new Connection(new Login(door, account(settings, home)));
    return new ImapArchive(wanted, connection, home.clock());
  }

  private static Account account(ImapSettings settings, ArchiveHome home) {
    if (settings.user().isEmpty()) {
      return new Anonymous();
    }
    String user = settings.user().get();
    if (settings.password().isPresent()) {
      return new Password(user, settings.password().get());
    }
    if (settings.tokenCommand().isPresent()) {
      return new Token(user, new CommandToken(settings.tokenCommand().get(), TOKEN_COMMAND));
    }
    RefreshedToken.Client client =
        new RefreshedToken.Client(
            settings.tokenUrl().orElseThrow(),
            settings.clientId().orElseThrow(),
            settings.clientSecret());
    return new Token(
        user,
        new RefreshedToken(
            client, settings.refreshToken().orElseThrow(), home.http(), home.clock()));
  }

  private static SSLSocketFactory tls(ImapSettings settings) throws ConnectorException {
    return settings.trust().isPresent()
        ? trusting(settings.trust().get())
        : (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  private static SSLSocketFactory trusting(Path file) throws ConnectorException {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("trusted-" + trusted.size(), c);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw ConnectorException.rejected(
          file + " holds no certificates (PEM) that can be read: " + e.getMessage());
    }
  }
}
