package reroll.bot.filter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code size:>10}, {@code size:2..8}, {@code size:<500lines}: how many patches are announced, or
 * how many lines are added and removed.
 *
 * @param least that fits
 * @param most that fits
 */
record SizeTerm(long least, long most, boolean ofLines) implements Term {
  private static final Pattern FORM =
      Pattern.compile("(<=?|>=?)?(\\d{1,9})(?:\\.\\.(\\d{1,9}))?(lines|patches)?");

  static List<Term> read(String value, Vocabulary ignored) throws BadFilter {
    Matcher form = FORM.matcher(value);
    if (!form.matches() || (form.group(1) != null && form.group(3) != null)) {
      throw new BadFilter("a size is such as 1, >10, 2..8 or <500lines");
    }
    long number = Long.parseLong(form.group(2));
    String sign = form.group(1) == null ? "" : form.group(1);
    long end = form.group(3) == null ? number : Long.parseLong(form.group(3));
    long least = sign.startsWith("<") ? 0 : number + (sign.equals(">") ? 1 : 0);
    long most = sign.startsWith(">") ? Long.MAX_VALUE : end - (sign.equals("<") ? 1 : 0);
    if (least > most) {
      throw new BadFilter("no size fits that");
    }
    return List.of(new SizeTerm(least, most, "lines".equals(form.group(4))));
  }

  @Override
  public boolean matches(Traits traits) {
    long size = ofLines ? traits.lines() : traits.patches();
    return size >= least && size <= most;
  }
}
