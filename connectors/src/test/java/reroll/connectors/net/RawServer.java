package reroll.connectors.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that says to every request what no honest one says. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Lie lie;
  private final ExecutorService threads = Executors.newCachedThreadPool(RawServer::thread);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();

  /** Writes an answer, all of it; the connection is closed behind it. */
  @FunctionalInterface
  public interface Lie {
    void tell(OutputStream out) throws IOException, InterruptedException;
  }

  private RawServer(Lie lie) throws IOException {
    this.lie = lie;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Starts a server that always answers so. */
  public static RawServer telling(Lie lie) {
    try {
      RawServer server = new RawServer(lie);
      server.threads.execute(server::acceptAll);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with the text of an answer; line ends are made CRLF. */
  public static RawServer saying(String answer) {
    byte[] bytes = answer.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    return telling(out -> out.write(bytes));
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
  }

  public int requests() {
    return requests.get();
  }

  private void acceptAll() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        sockets.add(client);
        threads.execute(() -> answer(client));
      }
    } catch (SocketException closed) {
      requests.get(); // the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(Socket client) {
    try (client) {
      readHead(client.getInputStream());
      requests.incrementAndGet();
      OutputStream out = client.getOutputStream();
      lie.tell(out);
      out.flush();
    } catch (IOException | InterruptedException hungUp) {
      sockets.remove(client);
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
