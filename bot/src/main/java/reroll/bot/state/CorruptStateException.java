package reroll.bot.state;

import java.io.IOException;

/**
 * The saved state cannot be taken up, and starting without it would lose what people asked for. The
 * message says which file, why, and what to do.
 */
public final class CorruptStateException extends IOException {
  CorruptStateException(String message, Throwable cause) {
    super(message, cause);
  }

  CorruptStateException(String message) {
    super(message);
  }
}
