package reroll.connectors.archive.imap;

import java.util.Optional;

/** How talking to a server failed, as the rest of this folder has to tell it apart. */
final class ImapException extends Exception {

  /** What is left. */
  enum Kind {
    /** The server said no to one command; the connection lives. */
    REFUSED,
    /** The connection is of no more use; a new one may do. */
    BROKEN,
    /** The server sends more than it may; the connection is of no more use. */
    TOO_MUCH,
    /** The server, its certificate or the login is not as configured; nobody is logged in. */
    SHUT_OUT
  }

  private final Kind kind;
  private final Optional<String> code;

  private ImapException(Kind kind, String words, Optional<String> code, Throwable cause) {
    super(words, cause);
    this.kind = kind;
    this.code = code;
  }

  /**
   * The server's no.
   *
   * @param code its response code in capital letters (RFC 5530), such as {@code UNAVAILABLE}
   */
  static ImapException refused(String words, Optional<String> code) {
    return new ImapException(Kind.REFUSED, words, code, null);
  }

  static ImapException broken(String words, Throwable cause) {
    return new ImapException(Kind.BROKEN, words, Optional.empty(), cause);
  }

  static ImapException tooMuch(String words) {
    return new ImapException(Kind.TOO_MUCH, words, Optional.empty(), null);
  }

  static ImapException shutOut(String words) {
    return new ImapException(Kind.SHUT_OUT, words, Optional.empty(), null);
  }

  Kind kind() {
    return kind;
  }

  /** Whether the server says itself that its no is not for long (RFC 5530 3). */
  boolean passes() {
    return code.filter(
            word ->
                word.equals("UNAVAILABLE")
                    || word.equals("INUSE")
                    || word.equals("LIMIT")
                    || word.equals("SERVERBUG"))
        .isPresent();
  }
}
