package reroll.bot.mail;

/**
 * The line {@code -- >8 --}, above which stands what does not belong to the patch (git-mailinfo(1),
 * {@code --scissors}).
 */
final class Scissors {
  private static final int MIN_COLUMNS = 8;
  private static final int MAX_COLUMNS = 200;

  private Scissors() {}

  /** Whether a line is perforated for more than a third of its width, and has scissors. */
  static boolean areIn(Lines line) {
    if (line.length() < MIN_COLUMNS || line.length() > MAX_COLUMNS || line.charAt(0) > '>') {
      return false;
    }
    String text = line.line().strip();
    if (!text.startsWith("-") && !isPair(text, 0)) {
      return false;
    }
    int perforation = 0;
    boolean scissors = false;
    for (int i = 0; i < text.length(); i++) {
      if (isPair(text, i)) {
        scissors = true;
        perforation += 2;
        i++;
      } else if (text.charAt(i) == '-') {
        perforation++;
      }
    }
    return scissors && text.length() >= MIN_COLUMNS && perforation * 3 > text.length();
  }

  private static boolean isPair(String text, int at) {
    return text.startsWith(">8", at)
        || text.startsWith("8<", at)
        || text.startsWith(">%", at)
        || text.startsWith("%<", at);
  }
}
