package reroll.bot.series;

import java.util.List;
import java.util.Optional;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.Person;

/** What is not here of a revision, and by what an archive can be asked for it. Immutable. */
public sealed interface Missing {
  /**
   * Versions before this one.
   *
   * @param changeId b4's id of the series, where the author uses it
   * @param title of the revision
   * @param author of the revision
   * @param stated the mails of earlier versions that the author links to and that are not here; at
   *     most {@link #MAX_STATED}
   */
  record EarlierVersions(
      Optional<String> changeId, String title, Person author, List<MessageId> stated)
      implements Missing {
    public EarlierVersions {
      stated = List.copyOf(stated);
    }

    /** Whether a mail that was found can be of one of them: the same id or the same title. */
    public boolean mayBe(PatchMail mail) {
      return (changeId.isPresent() && changeId.equals(mail.changeId()))
          || Titles.key(title).equals(Titles.key(mail.subject().title()));
    }
  }

  /**
   * Mails of the same posting.
   *
   * @param thread the mail at the root of its thread, which may not be here itself
   * @param cover whether the cover letter is one of them
   * @param patches how many patches are
   */
  record RestOfPosting(MessageId thread, boolean cover, int patches) implements Missing {}

  int MAX_STATED = 20;
}
