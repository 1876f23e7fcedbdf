package reroll.connectors.chat.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of names (spec, appendices: common identifier format). */
final class Ids {
  /** No name is longer, in bytes. */
  static final int MAX_LENGTH = 255;

  private static final Pattern USER = Pattern.compile("@[^\\s:]*:[^\\s]+");

  /** Since room version 12 an id has no server in it; nothing may be read out of it. */
  private static final Pattern ROOM = Pattern.compile("[!#][^\\s]+");

  private static final Pattern EVENT = Pattern.compile("\\$[^\\s]+");

  private Ids() {}

  static boolean isUser(String text) {
    return text.length() <= MAX_LENGTH && USER.matcher(text).matches();
  }

  /** Whether it is a room's id or alias. */
  static boolean isRoom(String text) {
    return text.length() <= MAX_LENGTH && ROOM.matcher(text).matches();
  }

  static boolean isAlias(String room) {
    return room.startsWith("#");
  }

  static boolean isEvent(String text) {
    return text.length() <= MAX_LENGTH && EVENT.matcher(text).matches();
  }

  /** The server that a user or an alias belongs to. */
  static Optional<String> server(String id) {
    int colon = id.indexOf(':');
    return colon < 0 ? Optional.empty() : Optional.of(id.substring(colon + 1));
  }

  /** Names that stand in a setting, parted by blanks. */
  static List<String> words(Optional<String> setting) {
    return setting.stream()
        .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
