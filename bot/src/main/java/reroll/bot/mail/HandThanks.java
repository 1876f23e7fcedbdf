package reroll.bot.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.Applied.How;

/** A person's own words that something was applied. */
final class HandThanks {
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

  private HandThanks() {}

  /** What a person says in a mail of no more than a few lines. */
  static Optional<Applied> inShort(String unquoted, boolean subset) {
    return unquoted.length() > MAX_HAND_WRITTEN_CHARS ? Optional.empty() : in(unquoted, subset);
  }

  /**
   * What a person says.
   *
   * @param subset whether the subject says that it is about a part
   */
  static Optional<Applied> in(String unquoted, boolean subset) {
    if (!VERBS.isIn(unquoted)) {
      return Optional.empty();
    }
    Matcher thanks = THANKS.matcher(unquoted);
    while (thanks.find()) {
      if (!NOT_YET.matcher(thanks.group()).find() && MEANT.matcher(thanks.group(1)).lookingAt()) {
        return Optional.of(read(thanks.group(1), unquoted, subset));
      }
    }
    return Optional.empty();
  }

  /** Some list what they applied as tools do. */
  private static Applied read(String behind, String unquoted, boolean subset) {
    List<Integer> named = AppliedPatches.named(behind);
    List<Integer> patches = named.isEmpty() ? AppliedPatches.listed(unquoted) : named;
    boolean part = subset || !patches.isEmpty() || EXCEPT.matcher(behind).lookingAt();
    return new Applied(How.HAND, part, where(behind), patches);
  }

  /** The tree that is named behind the word; empty where none is. */
  static String where(String behind) {
    Matcher where = WHERE.matcher(behind);
    if (!where.find()) {
      return "";
    }
    String word = word(where.group(1));
    return TREE.matcher(word).matches() ? word : "";
  }

  /** Without the marks that stand around it in a sentence. */
  static String word(String raw) {
    return TextDecoder.line(raw).replaceAll("^['\"(`]+|[,.!;:)'\"`]+$", "");
  }
}
