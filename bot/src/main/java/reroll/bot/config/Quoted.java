package reroll.bot.config;

/** Shows what somebody wrote, in one line. */
final class Quoted {
  private static final int MAX_CHARS = 60;

  private Quoted() {}

  static String of(String text) {
    boolean cut = text.length() > MAX_CHARS;
    String shown = cut ? text.substring(0, MAX_CHARS) + "..." : text;
    return "\"" + shown.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?") + "\"";
  }
}
