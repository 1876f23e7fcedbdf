package reroll.connectors.chat.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a channel a post belongs. The port tells it as one text, the root of the thread; answers
 * that only the asker is to see have a name of our own there.
 */
sealed interface Place {
  /** The channel itself. */
  record Channel() implements Place {}

  /**
   * A thread.
   *
   * @param root the {@code ts} of the message at its root
   */
  record Below(String root) implements Place {}

  /**
   * Only for one person to see.
   *
   * @param name of this very question; answers to others go elsewhere
   */
  record Whisper(String user, String name) implements Place {
    /** Whether a button was pressed; else a command was typed. */
    boolean isOfPress() {
      return name.startsWith(whisper(user, PRESS));
    }
  }

  /** The beginning of the names of presses. */
  String PRESS = "press-";

  /** Slack's names of messages; never numbers, for they would lose digits. */
  Pattern TS = Pattern.compile("\\d{1,12}\\.\\d{1,9}");

  Pattern WHISPER = Pattern.compile("only-([A-Z0-9]{2,32})-[A-Za-z0-9._-]{1,200}");

  static boolean isTs(String text) {
    return TS.matcher(text).matches();
  }

  /** The name of the place where only {@code user} sees an answer. */
  static String whisper(String user, String question) {
    return "only-" + user + "-" + question;
  }

  static Place of(Optional<String> thread) {
    String name = thread.orElse("");
    Matcher whisper = WHISPER.matcher(name);
    if (whisper.matches()) {
      return new Whisper(whisper.group(1), name);
    }
    return isTs(name) ? new Below(name) : new Channel();
  }
}
