package reroll.bot.mail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mail that carries a patch or a cover letter and is no reply. What is kept of it; its text is
 * read again from the archive when somebody wants it. Immutable.
 *
 * @param author the in-body {@code From:} where there is one, else the sender
 * @param sender who sent the mail
 * @param hasDiff false for cover letters and for patch mails without a patch
 * @param lines added and removed lines; of the whole series in a cover letter that says so
 * @param stable a posting for review of what is queued for stable kernels, or chosen by a robot
 * @param changelog what the author says to be new in this version; not of patches 2 and up
 * @param reviews what the commit message says of them, such as {@code Reviewed-by: Ann Okafor}; at
 *     most {@link ReviewTrailers#MAX}
 * @param addressees whom it was sent to
 */
public record PatchMail(
    MessageId id,
    List<MessageId> parents,
    PatchSubject subject,
    Person author,
    Person sender,
    boolean hasDiff,
    List<String> files,
    LineCount lines,
    Sketch sketch,
    Optional<String> changeId,
    List<EarlierVersion> earlier,
    boolean stable,
    Optional<String> changelog,
    List<String> reviews,
    Addressees addressees)
    implements MailFacts {

  /**
   * How much a patch changes.
   *
   * @param files touched files; may exceed the paths that are known
   */
  public record LineCount(int files, int added, int removed) {}

  public PatchMail {
    parents = List.copyOf(parents);
    files = List.copyOf(files);
    earlier = List.copyOf(earlier);
    reviews = List.copyOf(reviews);
    // A journal that an older program wrote has none.
    addressees = Objects.requireNonNullElse(addressees, Addressees.NONE);
  }

  /** The same without what only a close look at a patch needs; its files and reviews are kept. */
  public PatchMail inShort() {
    if (sketch.isEmpty() && changelog.isEmpty() && addressees.equals(Addressees.NONE)) {
      return this;
    }
    return new PatchMail(
        id,
        parents,
        subject,
        author,
        sender,
        hasDiff,
        files,
        lines,
        Sketch.EMPTY,
        changeId,
        earlier,
        stable,
        Optional.empty(),
        reviews,
        Addressees.NONE);
  }

  public Version version() {
    return subject.version();
  }
}
