package reroll.bot.mail;

/** Undoes {@code format=flowed} (RFC 3676 4): joins soft line breaks, removes space-stuffing. */
final class FlowedText {
  private static final String SIGNATURE = "-- ";

  private FlowedText() {}

  static String unflow(String text, boolean deleteSpace) {
    StringBuilder out = new StringBuilder(text.length());
    int quotes = -1;
    for (String line : text.split("\n", -1)) {
      int depth = depth(line);
      String content = line.substring(depth);
      String bare = content.startsWith(" ") ? content.substring(1) : content;
      boolean joins = quotes == depth;
      if (!joins) {
        if (quotes >= 0) {
          out.append('\n');
        }
        out.append(line.substring(0, depth)).append(depth > 0 ? " " : "");
      }
      boolean soft = bare.endsWith(" ") && !bare.equals(SIGNATURE);
      out.append(soft && deleteSpace ? bare.substring(0, bare.length() - 1) : bare);
      if (soft) {
        quotes = depth;
      } else {
        out.append('\n');
        quotes = -1;
      }
    }
    // split() sees one empty line behind the last line end.
    if (quotes < 0) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }
}
