package reroll.connectors.archive.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/**
 * Angus' knowledge of the protocol over streams that are not its own. Its logger is off: at its
 * finest level it would show what is sent, mails included.
 */
final class Protocol extends IMAPProtocol {
  /**
   * Angus names its loggers after this class' package. Held, as Java forgets loggers that nobody
   * holds, and with them that they are off.
   */
  private static final java.util.logging.Logger QUIET = quiet();

  private static java.util.logging.Logger quiet() {
    java.util.logging.Logger logger =
        java.util.logging.Logger.getLogger(Protocol.class.getPackageName());
    logger.setLevel(java.util.logging.Level.OFF);
    return logger;
  }

  Protocol(InputStream in, PrintStream out) throws IOException {
    super(in, out, new Properties(), QUIET.isLoggable(java.util.logging.Level.SEVERE));
  }

  /** Reads the server's first line, which says whether it is ready. */
  void greet() throws IOException, ProtocolException {
    processGreeting(readResponse());
  }

  /** A mailbox's name as a command has it (RFC 3501 5.1.3). */
  Argument mailbox(String name) {
    Argument argument = new Argument();
    writeMailboxName(argument, name);
    return argument;
  }
}
