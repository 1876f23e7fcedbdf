package reroll.bot.mail;

/**
 * The version of a posting as its author counts: 1 where nothing is said. {@code v2.1} is major 2,
 * minor 1: an addition to v2, or, where it is whole, a version between v2 and v3. Immutable.
 *
 * @param major 1 to 999
 * @param minor 0 to 99; 0 where there is none
 */
public record Version(int major, int minor) implements Comparable<Version> {
  public static final Version FIRST = new Version(1, 0);

  public static Version of(int major) {
    return new Version(major, 0);
  }

  /** Whether a line can name a version: it has a {@code v} before a digit, a dot between or not. */
  static boolean mayStandIn(String line) {
    for (int i = 0; i + 1 < line.length(); i++) {
      if (line.charAt(i) == 'v' || line.charAt(i) == 'V') {
        int at = line.charAt(i + 1) == '.' ? i + 2 : i + 1;
        if (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public int compareTo(Version other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  public boolean isAfter(Version other) {
    return compareTo(other) > 0;
  }

  /** As people write it: {@code v3}, {@code v2.1}. */
  @Override
  public String toString() {
    return minor == 0 ? "v" + major : "v" + major + "." + minor;
  }
}
