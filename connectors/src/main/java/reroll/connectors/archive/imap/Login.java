package reroll.connectors.archive.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import reroll.connectors.archive.imap.Account.Anonymous;
import reroll.connectors.archive.imap.Account.Password;
import reroll.connectors.archive.imap.Account.Token;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Secret;

/** The way from nothing to a {@link Session}. Used by one thread at a time. */
final class Login {

  /** Where and how to connect. */
  record Door(String host, int port, Security security, SSLSocketFactory tls) {}

  private final Door door;
  private final Account account;

  Login(Door door, Account account) {
    this.door = door;
    this.account = account;
  }

  /**
   * Connects and logs in.
   *
   * @param started is told of the connection as soon as there is one to be closed
   */
  Session session(Consumer<Wire> started)
      throws ImapException, ConnectorException, InterruptedException {
    Optional<Secret> token = token();
    try {
      return enter(started, token);
    } catch (ImapException e) {
      if (e.kind() != ImapException.Kind.SHUT_OUT || token.isEmpty()) {
        throw e;
      }
      ((Token) account).source().forget(); // perhaps it was an old one
      return enter(started, token());
    }
  }

  private Optional<Secret> token() throws ConnectorException, InterruptedException {
    return account instanceof Token token ? Optional.of(token.source().token()) : Optional.empty();
  }

  private Session enter(Consumer<Wire> started, Optional<Secret> token) throws ImapException {
    Wire wire = connected(started);
    boolean entered = false;
    try {
      Protocol protocol = greeted(wire);
      logIn(wire, protocol, token);
      entered = true;
      return new Session(wire, protocol);
    } catch (IOException e) {
      throw unreachable(e);
    } finally {
      if (!entered) {
        wire.close();
      }
    }
  }

  private Wire connected(Consumer<Wire> started) throws ImapException {
    try {
      InetAddress[] addresses = Wire.addressesOf(door.host());
      for (int i = 0; i < addresses.length - 1; i++) {
        try {
          return connected(started, addresses[i]);
        } catch (IOException e) {
          if (Thread.currentThread().isInterrupted()) {
            throw e;
          }
        }
      }
      return connected(started, addresses[addresses.length - 1]);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Wire connected(Consumer<Wire> started, InetAddress address) throws IOException {
    Wire wire = Wire.toward(door.host());
    started.accept(wire);
    try {
      wire.connect(address, door.port());
      return wire;
    } catch (IOException e) {
      wire.close();
      throw e;
    }
  }

  /** Safe as configured, and greeted by the server. */
  private Protocol greeted(Wire wire) throws IOException, ImapException {
    if (door.security() == Security.TLS) {
      wire.secure(door.tls(), door.port());
    }
    Protocol protocol = over(wire);
    try {
      protocol.greet();
      protocol.capability();
      if (door.security() == Security.STARTTLS) {
        startTls(wire, protocol);
        protocol = over(wire);
        protocol.capability(); // what was said in the clear counts no more (RFC 3501 6.2.1)
      }
      return protocol;
    } catch (ProtocolException e) {
      throw unready(wire, e);
    }
  }

  private static Protocol over(Wire wire) throws IOException {
    wire.input().allow(Session.SMALL);
    return new Protocol(wire.input(), wire.output());
  }

  private void startTls(Wire wire, Protocol protocol)
      throws IOException, ImapException, ProtocolException {
    if (!protocol.hasCapability("STARTTLS")) {
      throw ImapException.shutOut("it does not offer STARTTLS; use security: tls");
    }
    Response[] answer = protocol.command("STARTTLS", null);
    protocol.handleResult(answer[answer.length - 1]);
    wire.secure(door.tls(), door.port());
  }

  private static ImapException unready(Wire wire, ProtocolException e) {
    return Optional.ofNullable(e.getResponse())
        .map(response -> broken(wire, response))
        .orElseGet(() -> ImapException.broken("it is no IMAP server", e));
  }

  private void logIn(Wire wire, Protocol protocol, Optional<Secret> token) throws ImapException {
    if (protocol.isAuthenticated()) {
      return; // the server knows us already (RFC 3501 7.1.4)
    }
    wire.input().allow(Session.SMALL);
    try {
      if (account instanceof Password password) {
        logIn(protocol, password);
      } else if (account instanceof Token user) {
        protocol.authoauth2(user.user(), token.orElseThrow().value());
      } else if (account instanceof Anonymous) {
        protocol.login(account.user(), "anonymous");
      }
    } catch (ProtocolException e) {
      throw refused(wire, e);
    }
  }

  private static void logIn(Protocol protocol, Password account) throws ProtocolException {
    String user = account.user();
    String password = account.password().value();
    boolean plainWords = StandardCharsets.US_ASCII.newEncoder().canEncode(user + password);
    if (plainWords && !protocol.hasCapability("LOGINDISABLED")) {
      protocol.login(user, password);
    } else {
      protocol.authplain(null, user, password);
    }
  }

  private ImapException refused(Wire wire, ProtocolException e) {
    Response response = e.getResponse();
    if (response == null || response.isBYE()) {
      return unready(wire, e);
    }
    ImapException no = ImapException.refused(without(Words.of(response)), Words.codeOf(response));
    return no.passes()
        ? ImapException.broken("it lets nobody in just now: " + no.getMessage(), null)
        : ImapException.shutOut(
            "it does not let "
                + account.user()
                + " in: "
                + no.getMessage()
                + "; look at user and password");
  }

  /** No server should repeat a password; none shall. */
  private String without(String words) {
    return account instanceof Password password
        ? words.replace(password.password().value(), "(secret)")
        : words;
  }

  private static ImapException unreachable(IOException e) {
    return e instanceof SSLException && Words.certificate(e).isPresent()
        ? ImapException.shutOut(Words.of(e))
        : ImapException.broken(Words.of(e), e);
  }

  /** The connection's end, from what the server said last or how reading failed. */
  static ImapException broken(Wire wire, Response last) {
    Optional<IOException> failure = wire.input().failure();
    if (failure.isPresent() && failure.get() instanceof BoundedInput.TooMuch) {
      return ImapException.tooMuch("it sends more than it was asked for");
    }
    if (last.isSynthetic()) {
      return failure
          .map(e -> ImapException.broken(Words.of(e), e))
          .orElseGet(() -> ImapException.broken("the connection was cut", last.getException()));
    }
    return ImapException.broken("it says goodbye: " + Words.of(last), null);
  }
}
