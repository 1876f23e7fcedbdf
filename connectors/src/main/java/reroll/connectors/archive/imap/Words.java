package reroll.connectors.archive.imap;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.Response;

/** What servers and sockets say, in words for a user. */
final class Words {
  private static final int MOST = 200;

  private static final Pattern CODE = Pattern.compile("\\[([A-Z0-9-]+)[^\\]]*\\]\\s*");

  private Words() {}

  /** What the server says for itself; never what we sent, should it be repeated there. */
  static String of(Response response) {
    String rest = Optional.ofNullable(response.getRest()).orElse("");
    Matcher code = CODE.matcher(rest);
    String text = (code.lookingAt() ? rest.substring(code.end()) : rest).replaceAll("[^ -~]+", " ");
    String words = text.substring(0, Math.min(MOST, text.length())).strip();
    return words.isEmpty() ? "no reason given" : words;
  }

  /** The response code of an answer, in capital letters (RFC 5530). */
  static Optional<String> codeOf(Response response) {
    Matcher code = CODE.matcher(Optional.ofNullable(response.getRest()).orElse(""));
    return code.lookingAt() ? Optional.of(code.group(1)) : Optional.empty();
  }

  /** Why a connection failed, as half a sentence. */
  static String of(IOException e) {
    if (e instanceof UnknownHostException) {
      return "no such host";
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "no connection";
    }
    if (e instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    if (e instanceof SSLException) {
      return certificate(e).orElse("no safe connection (" + e.getMessage() + ")");
    }
    return e.getMessage() == null ? "the connection was cut" : e.getMessage();
  }

  /** What is wrong with the server's certificate; empty where it is something else. */
  static Optional<String> certificate(Throwable e) {
    Optional<String> found = Optional.empty();
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof CertificateException wrong) {
        found = Optional.of(certificate(wrong)); // the innermost one knows best
      }
    }
    return found;
  }

  private static String certificate(CertificateException e) {
    if (e instanceof CertificateExpiredException) {
      return "its certificate has expired";
    }
    if (e instanceof CertificateNotYetValidException) {
      return "its certificate is not valid yet";
    }
    String said = Optional.ofNullable(e.getMessage()).orElse("");
    return said.startsWith("No ")
        ? "its certificate is for another host (" + said + ")"
        : "its certificate is signed by nobody that is trusted here";
  }
}
