package reroll.connectors.archive.git;

import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Http;
import reroll.connectors.http.Request;
import reroll.connectors.port.ConnectorException;

/**
 * Lets one fetch of JGit go through Reroll's own client. JGit has done with an answer when it asks
 * the next thing, and never says so; the one at hand is closed then, and at the end. Used by one
 * thread.
 */
final class WebConnections implements HttpConnectionFactory, AutoCloseable {
  private final Http http;
  private Optional<Answer> open = Optional.empty();

  WebConnections(Http http) {
    this.http = http;
  }

  @Override
  public HttpConnection create(URL url) {
    return new WebConnection(URI.create(url.toString()), this);
  }

  /** The client knows the machine's proxies by itself. */
  @Override
  public HttpConnection create(URL url, Proxy proxy) {
    return create(url);
  }

  Answer send(Request request) throws WebFailure, InterruptedException {
    close();
    try {
      Answer answer = http.send(request);
      open = Optional.of(answer);
      return answer;
    } catch (ConnectorException e) {
      throw new WebFailure(e);
    }
  }

  @Override
  public void close() {
    open.ifPresent(Answer::close);
    open = Optional.empty();
  }
}
