package reroll.connectors.archive.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A small IMAP server on a real socket, which does what a test tells it where a good one would do
 * something else. Thread-safe.
 */
final class ScriptedServer implements AutoCloseable {

  /** What is done with a command, in place of what would be right. */
  interface Trick {
    void play(Talk talk, String tag, String command) throws IOException;
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Talk> talks = new CopyOnWriteArrayList<>();
  private final Map<String, Trick> tricks = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final ScriptedMailbox mailbox = new ScriptedMailbox();
  private final Optional<SSLContext> tls;
  private final boolean tlsAtOnce;
  private volatile String capabilities = "IMAP4rev1 IDLE";

  private ScriptedServer(Optional<SSLContext> tls, boolean tlsAtOnce) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.tls = tls;
    this.tlsAtOnce = tlsAtOnce;
    threads.execute(this::accept);
  }

  static ScriptedServer plain() throws IOException {
    return new ScriptedServer(Optional.empty(), false);
  }

  static ScriptedServer tls(SSLContext tls) throws IOException {
    return new ScriptedServer(Optional.of(tls), true);
  }

  /** Begins in the clear. */
  static ScriptedServer startTls(SSLContext tls) throws IOException {
    return new ScriptedServer(Optional.of(tls), false).withCapabilities("IMAP4rev1 STARTTLS");
  }

  ScriptedServer withCapabilities(String words) {
    capabilities = words;
    return this;
  }

  String capabilities() {
    return capabilities;
  }

  ScriptedMailbox mailbox() {
    return mailbox;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** From now on, commands that begin so are answered otherwise. */
  void always(String beginning, Trick trick) {
    tricks.put(beginning, trick);
  }

  /** The next command that begins so is answered otherwise. */
  void once(String beginning, Trick trick) {
    tricks.put(
        beginning,
        (talk, tag, command) -> {
          tricks.remove(beginning);
          trick.play(talk, tag, command);
        });
  }

  Optional<Trick> trickFor(String command) {
    return tricks.entrySet().stream()
        .filter(trick -> command.startsWith(trick.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** All that was said to the server, without tags. */
  List<String> commands() {
    return commands;
  }

  long count(String beginning) {
    return commands.stream().filter(command -> command.startsWith(beginning)).count();
  }

  int connections() {
    return talks.size();
  }

  /** Says something to everybody who is connected. */
  void say(String line) throws IOException {
    for (Talk talk : talks) {
      if (!talk.isClosed()) {
        talk.say(line);
      }
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // closed by the test
    }
  }

  private void serve(Socket client) {
    try (Talk talk = new Talk(this, tlsAtOnce ? secured(client) : client)) {
      talks.add(talk);
      talk.run();
    } catch (IOException e) {
      // the client went away, as many tests want
    }
  }

  SSLSocket secured(Socket client) {
    try {
      SSLSocket secured =
          (SSLSocket)
              tls.orElseThrow()
                  .getSocketFactory()
                  .createSocket(client, "localhost", client.getPort(), true);
      secured.setUseClientMode(false);
      return secured;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Talk talk : talks) {
      talk.close();
    }
    threads.shutdownNow();
  }
}
