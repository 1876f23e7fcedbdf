package reroll.connectors.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes bytes on to a server on loopback, and fails the way lines do: cuts a connection after some
 * bytes of the server, refuses connections, or holds back what the server says. Thread-safe.
 */
public final class CuttingProxy implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE;

  private final int serverPort;
  private final int port;
  private final ExecutorService threads = Executors.newCachedThreadPool(CuttingProxy::thread);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  /** Guarded by this. */
  private ServerSocket listener;

  /** What the server may still say before the line is cut. Guarded by this. */
  private long bytesLeft = NEVER;

  /** Guarded by this. */
  private boolean held;

  private CuttingProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.listener = listenOn(0);
    this.port = listener.getLocalPort();
  }

  /** Starts one before a server that listens on loopback, or will. */
  public static CuttingProxy before(int serverPort) {
    try {
      CuttingProxy proxy = new CuttingProxy(serverPort);
      proxy.accept();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** The same address, through this. */
  public URI through(URI server) {
    return URI.create("http://127.0.0.1:" + port + server.getRawPath());
  }

  /** How many connections were accepted so far. */
  public int connections() {
    return connections.get();
  }

  /**
   * Cuts the line once, when the server has said so much from now on, over all connections; what
   * comes later passes.
   */
  public synchronized void cutAfter(long bytes) {
    bytesLeft = bytes;
  }

  /** Ends all connections at once. */
  public void cut() {
    List.copyOf(sockets).forEach(this::end);
  }

  /** Lets nobody in, and ends what there is. */
  public synchronized void refuse() {
    close(listener);
    cut();
  }

  /** Lets people in again. */
  public synchronized void allow() {
    try {
      listener = listenOn(port);
      accept();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what the server says until {@link #letGo}. */
  public synchronized void hold() {
    held = true;
  }

  public synchronized void letGo() {
    held = false;
    notifyAll();
  }

  private static ServerSocket listenOn(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private synchronized void accept() {
    ServerSocket from = listener;
    threads.execute(() -> acceptAll(from));
  }

  private void acceptAll(ServerSocket from) {
    try {
      while (!from.isClosed()) {
        Socket client = from.accept();
        connections.incrementAndGet();
        threads.execute(() -> connect(client));
      }
    } catch (SocketException closed) {
      close(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void connect(Socket client) {
    sockets.add(client);
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      sockets.add(server);
      threads.execute(() -> pass(client, server, false));
      pass(server, client, true);
    } catch (IOException noServer) {
      end(client);
    }
  }

  private void pass(Socket from, Socket to, boolean ofServer) {
    byte[] buffer = new byte[4096];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        int allowed = ofServer ? take(read) : read;
        out.write(buffer, 0, allowed);
        if (allowed < read) {
          break;
        }
      }
    } catch (IOException | InterruptedException ended) {
      sockets.remove(from);
    } finally {
      end(from);
      end(to);
    }
  }

  private synchronized int take(int bytes) throws InterruptedException {
    while (held) {
      wait();
    }
    if (bytesLeft == NEVER || bytes <= bytesLeft) {
      bytesLeft -= bytesLeft == NEVER ? 0 : bytes;
      return bytes;
    }
    int last = (int) bytesLeft;
    bytesLeft = NEVER;
    return last;
  }

  private void end(Socket socket) {
    sockets.remove(socket);
    close(socket);
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    refuse();
    threads.shutdownNow();
  }
}
