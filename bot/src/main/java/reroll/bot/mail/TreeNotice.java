package reroll.bot.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.mail.Applied.How;

/**
 * The letters that scripts of the stable and the mm trees send about one patch. They carry the
 * patch, and mostly answer nothing: the patch's own {@code Link:} says which mail it came in.
 */
final class TreeNotice {
  private static final Pattern STABLE =
      Pattern.compile("^Patch \".*\" has been added to the (\\S{1,60}) tree$");

  private static final Pattern MM_ADDED =
      Pattern.compile("^\\+ \\S{1,200}\\.patch added to (\\S{1,60}) (?:branch|tree)$");

  /** Why it left the tree stands in front; what was folded into another patch says nothing. */
  private static final Pattern MM_REMOVED =
      Pattern.compile(
          "^\\[(merged|to-be-updated|obsolete|withdrawn|dropped|nacked)(?: (\\S{1,60}))?\\] "
              + "\\S{1,200}\\.patch removed from -mm tree$");

  private static final Pattern LINK = Pattern.compile("^Link: +(https?://\\S{1,1000})");

  /** A patch with more links has none that can be trusted. */
  private static final int MAX_LINKS = 4;

  private TreeNotice() {}

  /** What such a letter says; empty for every other mail. */
  static Optional<Applied> in(Mail mail) {
    String subject = mail.subject();
    if (!subject.endsWith(" tree") && !subject.endsWith(" branch")) {
      return Optional.empty();
    }
    return said(How.STABLE, STABLE.matcher(subject))
        .or(() -> said(How.MM, MM_ADDED.matcher(subject)))
        .or(() -> removed(MM_REMOVED.matcher(subject)));
  }

  private static Optional<Applied> said(How how, Matcher where) {
    return where.matches() ? Optional.of(applied(how, where.group(1))) : Optional.empty();
  }

  /** A patch that moves on to a tree which is not rebuilt is said to be removed from this one. */
  private static Optional<Applied> removed(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> to = Optional.ofNullable(matcher.group(2));
    return Optional.of(
        matcher.group(1).equals("merged")
            ? applied(How.MM, to.orElse(""))
            : applied(How.MM_REMOVED, ""));
  }

  private static Applied applied(How how, String where) {
    return new Applied(how, false, TextDecoder.line(where));
  }

  /** The mails that it may be about: those that it answers, else those that the patch came in. */
  static List<MessageId> about(Mail mail) {
    List<MessageId> about = new ArrayList<>(mail.parents());
    Lines lines = new Lines(mail.text());
    while (lines.next() && about.size() < mail.parents().size() + MAX_LINKS) {
      if (lines.startsWith("Link:")) {
        Matcher link = LINK.matcher(lines.line());
        if (link.lookingAt()) {
          MessageId.inUrl(link.group(1)).ifPresent(about::add);
        }
      }
    }
    return about;
  }
}
