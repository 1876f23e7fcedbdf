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

  /** Most mails hold none, which is found out far faster than that no line has the form. */
  private static final WordScan VERBS =
      new WordScan("applied", "merged", "queued", "pushed", "picked up", "pulled");

  private static final Pattern THANKS =
      Pattern.compile(
          "^(?:(?:both|all|series|patch(?:es)?|now|thanks|thank you|great|nice|ok|okay|and|i have|i've)"
              + "[,.! ]{1,4}){0,8}(?:applied|merged|queued|pushed|picked up|pulled)\\b(?!\\?)([^\\n]*)$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** What can name a tree or a branch, and is no word of a sentence. */
  private static final Pattern TREE =
      Pattern.compile(
          ".*[-/_#0-9]\\S*|.*\\.git|next|fixes|main|master|mainline|stable|testing|trunk|net|bpf|tip",
          Pattern.CASE_INSENSITIVE);

  /** What stands behind the word of a person who means it, unlike "merged frogs jump". */
  private static final Pattern MEANT =
      Pattern.compile(
          "\\s*$|\\s*[,.!;:(-]|\\s+(?:to|in|into|on|onto|atop|for|up|it|this|these|them|that|both|all"
              + "|the|your|as|with|by|via|now|and|except|patch(?:es)?|series|#?v?\\d+|locally|manually|here"
              + "|also|just|only|first|from|at)\\b|.*\\bthank",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EXCEPT =
      Pattern.compile("[^.\\n]{0,40}\\b(?:except|but not|without)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern WHERE =
      Pattern.compile(
          "^[^?]{0,80}?\\b(?:on top of|onto|into|in|to|on|for) (?:(?:the|my|our) )?(\\S{2,120})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_YET =
      Pattern.compile(
          "\\b(?:will be|to be|not|can be|should be|cannot|once|when|if)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A hand-written thank-you is short; in a long mail the word means something else. */
  private static final int MAX_HAND_WRITTEN_CHARS = 600;

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
    boolean b4 = mail.id().value().contains(".b4-ty@");
    if (!b4 && unquoted.length() > MAX_HAND_WRITTEN_CHARS) {
      return Optional.empty();
    }
    if (!VERBS.isIn(unquoted)) {
      return Optional.empty();
    }
    Matcher thanks = THANKS.matcher(unquoted);
    while (thanks.find()) {
      if (!NOT_YET.matcher(thanks.group()).find()
          && (b4 || MEANT.matcher(thanks.group(1)).lookingAt())) {
        return Optional.of(b4 ? byTool(subset, thanks, unquoted) : byHand(subset, thanks));
      }
    }
    return Optional.empty();
  }

  private static Applied byTool(boolean subset, Matcher thanks, String unquoted) {
    List<Integer> patches = AppliedPatches.listed(unquoted);
    return new Applied(How.B4, subset, where(thanks.group(1)), patches);
  }

  private static Applied byHand(boolean subset, Matcher thanks) {
    List<Integer> patches = AppliedPatches.named(thanks.group(1));
    boolean part = subset || !patches.isEmpty() || EXCEPT.matcher(thanks.group(1)).lookingAt();
    return new Applied(How.HAND, part, where(thanks.group(1)), patches);
  }

  private Applied of(List<Integer> some) {
    return new Applied(how, subset, where, some);
  }

  private static Optional<Applied> byRobot(How how, boolean subset, Matcher where) {
    return where.find()
        ? Optional.of(new Applied(how, subset, TextDecoder.line(where.group(1))))
        : Optional.empty();
  }

  /**
   * What is said below one patch of several is meant for that patch, unless a robot says all.
   *
   * @param place of the patch, where it has one
   */
  Applied belowOnePatch(Optional<Integer> place) {
    return how.isOfOnePatch()
        ? new Applied(how, true, where, place.map(List::of).orElse(List.of()))
        : this;
  }

  private static String where(String behind) {
    Matcher where = WHERE.matcher(behind);
    if (!where.find()) {
      return "";
    }
    String word = TextDecoder.line(where.group(1)).replaceAll("^['\"(`]+|[,.!;:)'\"`]+$", "");
    return TREE.matcher(word).matches() ? word : "";
  }
}
