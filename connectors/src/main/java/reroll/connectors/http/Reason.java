package reroll.connectors.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why the web did not answer, in words for a user. */
final class Reason {
  private Reason() {}

  /** Half a sentence. */
  static String of(IOException e) {
    if (e instanceof UnknownHostException) {
      return "no such host";
    }
    if (e instanceof ConnectException) {
      return "no connection";
    }
    if (e instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    if (e instanceof SSLException) {
      return "no safe connection (" + e.getMessage() + ")";
    }
    if (e instanceof InterruptedIOException) {
      return "the answer took too long";
    }
    if (e instanceof EOFException) {
      return "the answer ended too early";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
