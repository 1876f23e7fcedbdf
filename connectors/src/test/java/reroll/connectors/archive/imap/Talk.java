package reroll.connectors.archive.imap;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection to a {@link ScriptedServer}. */
final class Talk implements Closeable {
  private final ScriptedServer server;
  private Socket socket;
  private InputStream in;

  /** Of the last IDLE, which is answered when it is over. */
  private String idleTag = "*";

  Talk(ScriptedServer server, Socket socket) throws IOException {
    this.server = server;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  void run() throws IOException {
    server
        .trickFor("GREETING")
        .orElse((talk, tag, command) -> say("* OK ready"))
        .play(this, "*", "GREETING");
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      int blank = line.indexOf(' ');
      String tag = blank < 0 ? line : line.substring(0, blank);
      String command = blank < 0 ? line : line.substring(blank + 1);
      server.commands().add(command);
      server.trickFor(command).orElse(Talk::play).play(this, tag, command);
    }
  }

  /** What a good server does. */
  private static void play(Talk talk, String tag, String command) throws IOException {
    talk.answer(tag, command);
  }

  void answer(String tag, String command) throws IOException {
    if (command.startsWith("CAPABILITY")) {
      write("* CAPABILITY " + server.capabilities() + "\r\n");
    } else if (command.startsWith("EXAMINE")) {
      write(server.mailbox().opened());
    } else if (command.startsWith("NOOP")) {
      write("* " + server.mailbox().size() + " EXISTS\r\n");
    } else if (command.startsWith("UID SEARCH")) {
      write(server.mailbox().search(command));
    } else if (command.startsWith("UID FETCH")) {
      write(server.mailbox().fetch(command));
    } else if (command.startsWith("IDLE")) {
      say("+ idling");
      return;
    }
    say((tag.equals("DONE") ? idleTag : tag) + " OK done");
    if (command.startsWith("STARTTLS")) {
      answerWithTls();
    }
  }

  /** What is said from now on is said in TLS. */
  void answerWithTls() throws IOException {
    socket = server.secured(socket);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** A line as the client sent it; empty at the end. */
  String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    if (line.toString().endsWith(" IDLE")) {
      idleTag = line.substring(0, line.indexOf(" "));
    }
    return line.toString();
  }

  void say(String line) throws IOException {
    write(line + "\r\n");
  }

  /** The stream is asked for once: who is told goodbye may hang up before this returns. */
  synchronized void write(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
