package reroll.connectors.http;

/** The cause of a failure that is an answer with a status; for {@link Mirrors} and for the log. */
final class StatusException extends Exception {
  private final int status;

  StatusException(int status) {
    super("status " + status, null, false, false);
    this.status = status;
  }

  /** Whether the server itself is at fault, so that another may do better. */
  boolean isServersFault() {
    return status >= 500;
  }
}
