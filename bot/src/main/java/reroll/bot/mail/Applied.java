package reroll.bot.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail's statement that what it answers was applied. Immutable.
 *
 * @param how who says so; a person's word is less certain than a tool's
 * @param subset whether only a part is said to be applied
 * @param where the tree or branch; empty where it is not said
 * @param patches the places of the patches, in order; empty where they are not named
 */
public record Applied(How how, boolean subset, String where, List<Integer> patches) {
  /** Who says that it was applied. */
  public enum How {
    /** The mail of {@code b4 ty}. */
    B4,
    /** patchwork's robot. */
    PATCHWORK,
    /** The robot that watches pull requests: it has seen the merge. */
    PR_TRACKER,
    /** The robot of the tip tree: it has seen the commit. */
    TIP,
    /** The scripts of the stable trees. */
    STABLE,
    /** The scripts of the mm tree. */
    MM,
    /** The same, of a patch that they took out again. */
    MM_REMOVED,
    /** A person's own words. */
    HAND;

    /** Whether a program says so, which saw it in the tree itself. */
    public boolean isRobot() {
      return this != B4 && this != HAND;
    }

    /** Whether it is said of one patch at a time. */
    private boolean isOfOnePatch() {
      return this != B4 && this != PATCHWORK;
    }
  }

  public Applied {
    // What was written before places were kept has none.
    patches = patches == null ? List.of() : List.copyOf(patches);
  }

  /** Without places of patches. */
  public Applied(How how, boolean subset, String where) {
    this(how, subset, where, List.of());
  }

  private static final Pattern PATCHWORK =
      Pattern.compile(
          "^This (?:series|patch|pull request) was applied to (\\S+(?: \\(\\S+\\))?)$",
          Pattern.MULTILINE);

  private static final Pattern MERGED =
      Pattern.compile("has been merged into (\\S+?):?$", Pattern.MULTILINE);

  private static final Pattern TIP = Pattern.compile("^\\[tip: ?([^\\]\\s]{1,120})\\]");

  /** Reads the unquoted text of a reply. */
  static Optional<Applied> in(Mail mail, String unquoted) {
    boolean subset = mail.subject().toLowerCase(Locale.ROOT).contains("(subset)");
    String address = mail.from().address();
    if (address.startsWith("patchwork-bot")) {
      return byRobot(How.PATCHWORK, subset, PATCHWORK.matcher(unquoted))
          .map(applied -> applied.of(AppliedPatches.listed(unquoted)));
    }
    if (address.startsWith("pr-tracker-bot")) {
      return byRobot(How.PR_TRACKER, false, MERGED.matcher(unquoted));
    }
    if (address.startsWith("tip-bot")) {
      return byRobot(How.TIP, false, TIP.matcher(mail.subject()));
    }
    return B4Thanks.isOne(mail)
        ? B4Thanks.in(mail, unquoted, subset)
        : HandThanks.inShort(unquoted, subset);
  }

  private Applied of(List<Integer> some) {
    return new Applied(how, subset, where, some);
  }

  /** The same, said by another. */
  Applied by(How other) {
    return new Applied(other, subset, where, patches);
  }

  private static Optional<Applied> byRobot(How how, boolean subset, Matcher where) {
    return where.find()
        ? Optional.of(new Applied(how, subset, TextDecoder.line(where.group(1))))
        : Optional.empty();
  }

  /**
   * What is said below one patch of several is meant for that patch, unless it names others or a
   * robot says all.
   *
   * @param place of the patch, where it has one
   */
  Applied belowOnePatch(Optional<Integer> place) {
    return how.isOfOnePatch() && patches.isEmpty()
        ? new Applied(how, true, where, place.map(List::of).orElse(List.of()))
        : this;
  }
}
