package reroll.connectors.archive.imap;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reroll.connectors.port.Secret;
import reroll.connectors.port.Setting;

/** What the configuration file says of a mailbox. Each list keeps one connection to its server. */
record ImapSettings(
    @Setting(
            value = "the IMAP server; each list keeps one connection to it",
            sample = "imap.example.org")
        String host,
    @Setting(
            value = "its port; 993 for tls, 143 for the others",
            sample = "993",
            least = "1",
            most = "65535")
        Optional<Integer> port,
    @Setting(
            value = "tls, starttls, or none (only to a server on this machine)",
            sample = "tls",
            fallback = "tls")
        String security,
    @Setting(
            value = "a file of certificates (PEM) to trust in place of those that Java trusts",
            sample = "/etc/reroll/imap-ca.pem")
        Optional<Path> trust,
    @Setting(
            value = "who logs in; nobody for the anonymous login of public-inbox",
            sample = "reroll@example.org")
        Optional<String> user,
    @Setting(value = "the user's password, or app password", sample = "{env: IMAP_PASSWORD}")
        Optional<Secret> password,
    @Setting(
            value =
                "a program that prints an access token (XOAUTH2); its words are parted by blanks, no"
                    + " shell reads them",
            sample = "/usr/local/bin/mail-token reroll@example.org")
        Optional<String> tokenCommand,
    @Setting(
            value = "where a refresh token is changed for an access token (XOAUTH2)",
            sample = "https://oauth2.googleapis.com/token")
        Optional<URI> tokenUrl,
    @Setting(value = "the refresh token", sample = "{env: IMAP_REFRESH_TOKEN}")
        Optional<Secret> refreshToken,
    @Setting(value = "the client that the refresh token was given to", sample = "reroll")
        Optional<String> clientId,
    @Setting(value = "that client's secret, if it has one", sample = "{env: IMAP_CLIENT_SECRET}")
        Optional<Secret> clientSecret,
    @Setting(
            value = "the mailbox; for public-inbox the newsgroup",
            sample = "INBOX",
            fallback = "INBOX")
        String mailbox,
    @Setting(
            value = "the List-Id of the mails that are meant, where the mailbox has others too",
            sample = "kvm.vger.kernel.org")
        Optional<String> listId,
    @Setting(
            value =
                "the list's address: mails without List-Id are meant if it is in To or Cc; without"
                    + " list-id, all such mails",
            sample = "kvm@vger.kernel.org")
        Optional<String> address) {

  private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|::1");

  ImapSettings {
    if (Security.of(security) == Security.NONE && !LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "security: none would show mail and password to everybody between here and "
              + host
              + "; use tls or starttls");
    }
    checkLogin(
        user.isPresent(),
        List.of(password.isPresent(), tokenCommand.isPresent(), refreshToken.isPresent()));
    if (refreshToken.isPresent() != tokenUrl.isPresent()
        || refreshToken.isPresent() != clientId.isPresent()
        || (clientSecret.isPresent() && refreshToken.isEmpty())) {
      throw new IllegalArgumentException(
          "refresh-token, token-url and client-id stand together or not at all, client-secret only"
              + " with them");
    }
    if (mailbox.chars().anyMatch(c -> c < ' ' || c == 127)) {
      throw new IllegalArgumentException("mailbox holds a control character");
    }
  }

  private static void checkLogin(boolean user, List<Boolean> ways) {
    long given = ways.stream().filter(way -> way).count();
    if (given > 1) {
      throw new IllegalArgumentException(
          "password, token-command and refresh-token are three ways to log in; keep one");
    }
    if (user != (given == 1)) {
      throw new IllegalArgumentException(
          user
              ? "user wants a password, a token-command or a refresh-token"
              : "a password or token wants a user; leave out both for an anonymous login");
    }
  }

  Security secured() {
    return Security.of(security);
  }

  int portOrUsual() {
    return port.orElseGet(() -> secured().port());
  }

  /** The server as messages name it. */
  String server() {
    return host + ":" + portOrUsual();
  }
}
