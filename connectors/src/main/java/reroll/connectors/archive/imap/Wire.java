package reroll.connectors.archive.imap;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection whose every wait has an end: in time, by an interrupt of the waiting thread, or by
 * {@link #close} from any other. Otherwise used by one thread at a time.
 */
final class Wire implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(Wire.class);

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(60);
  private static final Duration WRITE = Duration.ofSeconds(30);

  private final String host;
  private final Socket plain;
  private Socket socket;
  private BoundedInput input;
  private PrintStream output;

  private Wire(String host, SocketChannel channel) throws IOException {
    this.host = host;
    // Of a channel, as these sockets end when the thread that reads them is interrupted.
    this.plain = new WriteTimeoutSocket(channel.socket(), (int) WRITE.toMillis());
    this.socket = plain;
  }

  /** Not connected so far; to be closed in any case. */
  static Wire toward(String host) throws IOException {
    return new Wire(host, SocketChannel.open());
  }

  /** All addresses of a host, so that the next is tried where one does not answer. */
  static InetAddress[] addressesOf(String host) throws IOException {
    return InetAddress.getAllByName(host);
  }

  void connect(InetAddress address, int port) throws IOException {
    plain.connect(new InetSocketAddress(address, port), (int) CONNECT.toMillis());
    plain.setKeepAlive(true);
    plain.setTcpNoDelay(true);
    use(plain);
  }

  /**
   * Goes on in TLS, with a server that proves to be the one that was meant. What was sent in the
   * clear behind this point is thrown away: somebody else may have put it there.
   */
  void secure(SSLSocketFactory tls, int port) throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(plain, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    checkDates(secured.getSession().getPeerCertificates()[0]);
    use(secured);
  }

  /** Java looks at the dates of no certificate that is itself among the trusted ones. */
  private static void checkDates(Certificate certificate) throws SSLException {
    try {
      ((X509Certificate) certificate).checkValidity();
    } catch (CertificateException e) {
      throw new SSLException(e.getMessage(), e);
    }
  }

  private void use(Socket next) throws IOException {
    socket = next;
    waitAtMost(READ);
    input = new BoundedInput(next.getInputStream());
    OutputStream out = next.getOutputStream();
    output = new PrintStream(out, false, StandardCharsets.ISO_8859_1);
  }

  BoundedInput input() {
    return input;
  }

  PrintStream output() {
    return output;
  }

  /** How long to wait for the next byte. */
  void waitAtMost(Duration time) throws IOException {
    socket.setSoTimeout((int) Math.max(1, time.toMillis()));
  }

  /** As long as for an answer. */
  void waitAsUsual() throws IOException {
    waitAtMost(READ);
  }

  @Override
  public void close() {
    try {
      plain.close(); // not the TLS socket: it would want to say goodbye, and wait for that
    } catch (IOException e) {
      log.debug("{}: the socket does not close well", host, e);
    }
  }
}
