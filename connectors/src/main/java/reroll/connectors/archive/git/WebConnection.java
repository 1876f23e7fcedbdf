package reroll.connectors.archive.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Request;
import reroll.connectors.port.ConnectorException;

/**
 * One request of JGit, sent by Reroll's own client when its answer is first asked for: who asks,
 * timeouts, redirects and proxies are the client's affair, and what JGit sets of them is ignored.
 */
final class WebConnection implements HttpConnection {
  private static final String SMART = "application/x-git-";

  private final URI url;
  private final WebConnections connections;
  private final Map<String, String> headers = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private String method = "GET";
  private Optional<Answer> answer = Optional.empty();

  WebConnection(URI url, WebConnections connections) {
    this.url = url;
    this.connections = connections;
  }

  private Answer answer() throws IOException {
    if (answer.isEmpty()) {
      answer = Optional.of(ask());
    }
    return answer.get();
  }

  private Answer ask() throws IOException {
    try {
      Answer received = connections.send(request());
      refuseOtherThanGit(received);
      return received;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stop = new InterruptedIOException("the reader is to stop");
      stop.initCause(e);
      throw stop;
    }
  }

  private Request request() {
    Request request =
        method.equals("POST")
            ? Request.post(url, headers.getOrDefault("Content-Type", ""), body.toByteArray())
            : Request.get(url);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (!isClients(header.getKey())) {
        request = request.withHeader(header.getKey(), header.getValue());
      }
    }
    return request.forLongAnswer();
  }

  /** With a gzip of its own the client notices an answer that is cut off. */
  private static boolean isClients(String header) {
    return switch (header.toLowerCase(Locale.ROOT)) {
      case "user-agent", "accept-encoding", "content-type" -> true;
      default -> false;
    };
  }

  /**
   * JGit would take any other page for a server of plain files, and ask it for every object one by
   * one.
   */
  private static void refuseOtherThanGit(Answer received) throws WebFailure {
    if (!received.isOk()) {
      throw new WebFailure(received.failure());
    }
    if (!received.contentType().startsWith(SMART)) {
      throw new WebFailure(
          ConnectorException.notSent(
              received.url().getHost()
                  + " does not speak git at "
                  + received.url().getRawPath()
                  + " but sends "
                  + (received.contentType().isEmpty() ? "something" : received.contentType()),
              null));
    }
  }

  @Override
  public int getResponseCode() throws IOException {
    return answer().status();
  }

  @Override
  public URL getURL() {
    try {
      return url.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e); // it came as a URL
    }
  }

  @Override
  public String getResponseMessage() throws IOException {
    return Integer.toString(answer().status());
  }

  @Override
  public Map<String, List<String>> getHeaderFields() {
    return answer.map(Answer::headers).orElse(Map.of());
  }

  @Override
  public void setRequestProperty(String key, String value) {
    headers.put(key, value);
  }

  @Override
  public void setRequestMethod(String wanted) {
    method = wanted;
  }

  @Override
  public String getContentType() {
    return answer.map(Answer::contentType).orElse("");
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return answer().body();
  }

  @Override
  public String getHeaderField(String name) {
    return answer.flatMap(received -> received.header(name)).orElse(null);
  }

  @Override
  public List<String> getHeaderFields(String name) {
    return getHeaderFields().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public int getContentLength() {
    return -1;
  }

  @Override
  public OutputStream getOutputStream() {
    return body;
  }

  @Override
  public String getRequestMethod() {
    return method;
  }

  @Override
  public boolean usingProxy() {
    return false;
  }

  @Override
  public void connect() throws IOException {
    answer();
  }

  @Override
  public void setUseCaches(boolean use) {}

  @Override
  public void setConnectTimeout(int millis) {}

  @Override
  public void setReadTimeout(int millis) {}

  @Override
  public void setInstanceFollowRedirects(boolean follow) {}

  @Override
  public void setDoOutput(boolean output) {}

  @Override
  public void setFixedLengthStreamingMode(int bytes) {}

  @Override
  public void setChunkedStreamingMode(int bytes) {}

  @Override
  public void configure(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {}

  @Override
  public void setHostnameVerifier(HostnameVerifier verifier) {}
}
